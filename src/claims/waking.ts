import type { LessonClaims, MeasuredRun } from "./claim";

const past = { base: "toolbox-micro", task: "past-tense" } as const satisfies Partial<MeasuredRun>;
const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<MeasuredRun>;

/** Lesson 3: what tuning wakes and what it teaches. */
export const wakingClaims: LessonClaims = {
  lesson: "waking",
  runs: {
    full: { ...past, method: "full" },
    lora: { ...past, method: "lora" },
    prompt: { ...past, method: "prompt-tuning" },
    rawFull: { ...past, method: "full", pretrained: false },
    rawLora: { ...past, method: "lora", pretrained: false },
    newFull: { ...fresh, method: "full" },
    newLora: { ...fresh, method: "lora" },
    newPrompt: { ...fresh, method: "prompt-tuning" },
    newRawFull: { ...fresh, method: "full", pretrained: false },
    newRawLora: { ...fresh, method: "lora", pretrained: false },
  },
  claims: [
    {
      id: "waking-prompt",
      left: [{ run: "prompt", of: "score" }],
      is: "at-least",
      right: { run: "full", of: "score", times: 0.98 },
      verdict: "holds",
    },
    {
      id: "waking-few",
      left: [{ run: "prompt", of: "trained" }],
      is: "at-most",
      right: { run: "full", of: "trained", times: 0.005 },
      verdict: "holds",
    },
    {
      id: "waking-raw-lora",
      left: [{ run: "rawLora", of: "score" }],
      is: "at-most",
      right: { value: 0.02 },
      verdict: "holds",
    },
    {
      id: "waking-raw-full",
      left: [{ run: "rawFull", of: "score" }],
      is: "at-most",
      right: { run: "full", of: "score", times: 0.25 },
      verdict: "holds",
    },
    {
      id: "waking-new-prompt",
      left: [{ run: "newPrompt", of: "score" }],
      is: "at-least",
      right: { run: "newFull", of: "score", times: 0.9 },
      verdict: "fails",
    },
    {
      id: "waking-new-lora",
      left: [{ run: "newLora", of: "score" }],
      is: "at-least",
      right: { run: "newFull", of: "score", times: 0.9 },
      verdict: "holds",
    },
    {
      id: "waking-new-raw-full",
      left: [{ run: "newRawFull", of: "score" }],
      is: "at-least",
      right: { value: 0.9 },
      verdict: "holds",
    },
    {
      id: "waking-new-raw-lora",
      left: [{ run: "newRawLora", of: "score" }],
      is: "at-most",
      right: { value: 0.05 },
      verdict: "holds",
    },
  ],
};
