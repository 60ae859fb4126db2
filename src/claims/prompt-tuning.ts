import { defineClaims } from "./claim";
import type { RaceRun } from "./run";

const past = { base: "toolbox-micro", task: "past-tense" } as const satisfies Partial<RaceRun>;
const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<RaceRun>;

/** Lesson 6: Prompt Tuning and P-Tuning. */
export const promptTuningClaims = defineClaims({
  lesson: "prompt-tuning",
  runs: {
    full: { ...past, method: "full" },
    prompt: { ...past, method: "prompt-tuning" },
    // The usual start of libraries: random vectors of standard deviation 1.
    usual: { ...past, method: "prompt-tuning", options: { init: "random", initStd: 1 } },
    long: { ...past, method: "prompt-tuning", options: { init: "random", initStd: 5 } },
    fast: { ...past, method: "prompt-tuning", options: { init: "random", initStd: 5 }, learningRate: 1 },
    pTuning: { ...past, method: "p-tuning" },
    lstm: { ...past, method: "p-tuning", options: { encoder: "lstm" } },
    newPrompt: { ...fresh, method: "prompt-tuning" },
    newLong: { ...fresh, method: "prompt-tuning", options: { length: 16 } },
    newPTuning: { ...fresh, method: "p-tuning" },
    newUnfrozen: { ...fresh, method: "p-tuning", options: { freezeBase: false } },
    newFull: { ...fresh, method: "full" },
  },
  claims: [
    {
      id: "prompt-near-full",
      left: [{ run: "prompt", of: "score" }],
      is: "at-least",
      right: { run: "full", of: "score", times: 0.98 },
      verdict: "holds",
    },
    {
      id: "prompt-few",
      left: [{ run: "prompt", of: "trained" }],
      is: "at-most",
      right: { run: "full", of: "trained", times: 0.01 },
      verdict: "holds",
    },
    {
      id: "prompt-starts-high",
      left: [{ run: "prompt", of: "firstLoss" }],
      is: "at-least",
      right: { run: "full", of: "firstLoss", plus: 1 },
      verdict: "holds",
    },
    {
      id: "prompt-long-behind",
      left: [{ run: "long", of: "heldOutLoss" }],
      is: "at-least",
      right: { run: "prompt", of: "heldOutLoss", times: 1.5 },
      verdict: "holds",
    },
    {
      id: "prompt-usual-between",
      left: [{ run: "usual", of: "heldOutLoss" }],
      is: "at-least",
      right: { run: "prompt", of: "heldOutLoss", times: 1.1 },
      verdict: "holds",
    },
    {
      id: "prompt-loud-fast",
      left: [{ run: "fast", of: "heldOutLoss" }],
      is: "at-most",
      right: { run: "long", of: "heldOutLoss", times: 0.7 },
      verdict: "holds",
    },
    {
      id: "prompt-encoders",
      left: [
        { run: "pTuning", of: "score" },
        { run: "lstm", of: "score" },
      ],
      is: "at-least",
      right: { run: "prompt", of: "score", times: 0.97 },
      verdict: "holds",
    },
    {
      id: "prompt-encoders-no-gain",
      left: [
        { run: "pTuning", of: "score" },
        { run: "lstm", of: "score" },
      ],
      is: "at-most",
      right: { run: "prompt", of: "score", times: 1.02 },
      verdict: "holds",
    },
    {
      id: "prompt-encoder-trains",
      left: [{ run: "lstm", of: "trained" }],
      is: "at-least",
      right: { run: "prompt", of: "trained", times: 5 },
      verdict: "holds",
    },
    {
      id: "prompt-encoder-keeps",
      left: [
        { run: "pTuning", of: "kept" },
        { run: "lstm", of: "kept" },
      ],
      is: "equals",
      right: { run: "prompt", of: "kept" },
      verdict: "holds",
    },
    {
      id: "prompt-new",
      left: [
        { run: "newPrompt", of: "score" },
        { run: "newPTuning", of: "score" },
      ],
      is: "at-most",
      right: { value: 0.05 },
      verdict: "holds",
    },
    {
      id: "prompt-unfrozen",
      left: [{ run: "newUnfrozen", of: "score" }],
      is: "at-least",
      right: { run: "newFull", of: "score", times: 0.8 },
      verdict: "holds",
    },
    {
      id: "prompt-unfrozen-trains",
      left: [{ run: "newUnfrozen", of: "trained" }],
      is: "at-least",
      right: { run: "newFull", of: "trained" },
      verdict: "holds",
    },
    {
      id: "prompt-unfrozen-keeps",
      left: [{ run: "newUnfrozen", of: "kept" }],
      is: "at-least",
      right: { run: "newFull", of: "kept" },
      verdict: "holds",
    },
    {
      id: "prompt-new-longer",
      left: [{ run: "newLong", of: "score" }],
      is: "at-most",
      right: { value: 0.1 },
      verdict: "holds",
    },
  ],
});
