import { defineClaims } from "./claim";
import type { RaceRun } from "./run";

const ing = { base: "toolbox-micro", task: "ing-form" } as const satisfies Partial<RaceRun>;
const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<RaceRun>;

/** Lesson 7: P-Tuning v2. */
export const pTuningV2Claims = defineClaims({
  lesson: "p-tuning-v2",
  runs: {
    full: { ...ing, method: "full" },
    prompt: { ...ing, method: "prompt-tuning" },
    // As many parameters as prompts in one layer.
    promptLong: { ...ing, method: "prompt-tuning", options: { length: 16 } },
    all: { ...ing, method: "p-tuning-v2" },
    one: { ...ing, method: "p-tuning-v2", options: { depth: "one" } },
    prefix: { ...ing, method: "prefix-tuning" },
    newAll: { ...fresh, method: "p-tuning-v2" },
    newOne: { ...fresh, method: "p-tuning-v2", options: { depth: "one" } },
    // As many parameters as prompts in both layers.
    newOneLong: { ...fresh, method: "p-tuning-v2", options: { depth: "one", length: 16 } },
    newProjected: { ...fresh, method: "p-tuning-v2", options: { projection: true }, learningRate: 0.01 },
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
      id: "v2-one-equal-count",
      left: [{ run: "promptLong", of: "trained" }],
      is: "equals",
      right: { run: "one", of: "trained" },
      verdict: "holds",
    },
    {
      id: "v2-one-beats-input",
      left: [{ run: "one", of: "heldOutLoss" }],
      is: "at-most",
      right: { run: "promptLong", of: "heldOutLoss", times: 0.9 },
      verdict: "holds",
    },
    {
      id: "v2-one-score",
      left: [{ run: "one", of: "score" }],
      is: "at-least",
      right: { run: "promptLong", of: "score" },
      verdict: "holds",
    },
    {
      id: "v2-depth",
      left: [{ run: "newAll", of: "score" }],
      is: "at-least",
      right: { run: "newOne", of: "score", plus: 0.2 },
      verdict: "holds",
    },
    {
      id: "v2-two-equal-count",
      left: [{ run: "newOneLong", of: "trained" }],
      is: "equals",
      right: { run: "newAll", of: "trained" },
      verdict: "holds",
    },
    {
      id: "v2-depth-not-count",
      left: [{ run: "newOneLong", of: "score" }],
      is: "at-most",
      right: { run: "newAll", of: "score", plus: -0.2 },
      verdict: "holds",
    },
    {
      id: "v2-same-as-prefix",
      left: [{ run: "all", of: "heldOutLoss" }],
      is: "equals",
      right: { run: "prefix", of: "heldOutLoss" },
      verdict: "holds",
    },
    {
      id: "v2-same-count",
      left: [{ run: "all", of: "trained" }],
      is: "equals",
      right: { run: "prefix", of: "trained" },
      verdict: "holds",
    },
    {
      id: "v2-share",
      left: [{ run: "all", of: "share" }],
      is: "at-least",
      right: { run: "prompt", of: "share", times: 3.99 },
      verdict: "holds",
    },
    {
      id: "v2-new-not-full",
      left: [
        { run: "newAll", of: "score" },
        { run: "newProjected", of: "score" },
      ],
      is: "at-most",
      right: { run: "newFull", of: "score", times: 0.9 },
      verdict: "holds",
    },
    {
      id: "v2-new-network",
      left: [{ run: "newProjected", of: "score" }],
      is: "at-least",
      right: { run: "newAll", of: "score", plus: 0.05 },
      verdict: "holds",
    },
    {
      id: "v2-full-forgets",
      left: [{ run: "full", of: "known" }],
      is: "at-most",
      right: { run: "full", of: "knownBefore", times: 0.2 },
      verdict: "holds",
    },
    {
      id: "v2-hides-skills",
      left: [{ run: "all", of: "known" }],
      is: "at-most",
      right: { run: "all", of: "knownBefore", times: 0.2 },
      verdict: "holds",
    },
  ],
});
