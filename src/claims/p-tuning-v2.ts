import type { LessonClaims, MeasuredRun } from "./claim";

const ing = { base: "toolbox-micro", task: "ing-form" } as const satisfies Partial<MeasuredRun>;
const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<MeasuredRun>;

/** Lesson 7: P-Tuning v2. */
export const pTuningV2Claims: LessonClaims = {
  lesson: "p-tuning-v2",
  runs: {
    full: { ...ing, method: "full" },
    prompt: { ...ing, method: "prompt-tuning" },
    all: { ...ing, method: "p-tuning-v2" },
    one: { ...ing, method: "p-tuning-v2", options: { depth: "one" } },
    prefix: { ...ing, method: "prefix-tuning" },
    newAll: { ...fresh, method: "p-tuning-v2" },
    newOne: { ...fresh, method: "p-tuning-v2", options: { depth: "one" } },
    newPrompt: { ...fresh, method: "prompt-tuning" },
    newFull: { ...fresh, method: "full" },
  },
  claims: [
    {
      id: "v2-beats-prompt",
      left: [{ run: "all", of: "score" }],
      is: "at-least",
      right: { run: "prompt", of: "score", plus: 0.1 },
      verdict: "holds",
    },
    {
      id: "v2-depth",
      left: [{ run: "newAll", of: "score" }],
      is: "at-least",
      right: { run: "newOne", of: "score", plus: 0.05 },
      verdict: "holds",
    },
    {
      id: "v2-same-as-prefix",
      left: [{ run: "all", of: "heldOutLoss" }],
      is: "at-most",
      right: { run: "prefix", of: "heldOutLoss", plus: 0.0001 },
      verdict: "holds",
    },
    {
      id: "v2-same-count",
      left: [{ run: "all", of: "trained" }],
      is: "at-most",
      right: { run: "prefix", of: "trained" },
      verdict: "holds",
    },
    {
      id: "v2-share",
      left: [{ run: "all", of: "share" }],
      is: "at-least",
      right: { value: 0.001 },
      verdict: "holds",
    },
    {
      id: "v2-new-not-full",
      left: [{ run: "newAll", of: "score" }],
      is: "at-least",
      right: { run: "newFull", of: "score", times: 0.9 },
      verdict: "fails",
    },
  ],
};
