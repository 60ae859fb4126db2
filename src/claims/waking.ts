import { defineClaims } from "./claim";
import type { RaceRun } from "./run";

const past = { base: "toolbox-micro", task: "past-tense" } as const satisfies Partial<RaceRun>;
const near = { base: "toolbox-micro", task: "ing-form" } as const satisfies Partial<RaceRun>;
const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<RaceRun>;

/** Lesson 3: which skills tuning activates, and which it teaches. */
export const wakingClaims = defineClaims({
  lesson: "waking",
  runs: {
    // It never learns anything, so it answers as the base does.
    asleep: { ...past, method: "lora", options: { init: "both-zero" } },
    full: { ...past, method: "full" },
    lora: { ...past, method: "lora" },
    prompt: { ...past, method: "prompt-tuning" },
    rawFull: { ...past, method: "full", from: "untrained" },
    rawLora: { ...past, method: "lora", from: "untrained" },
    ingLora: { ...near, method: "lora" },
    ingPrompt: { ...near, method: "prompt-tuning" },
    newFull: { ...fresh, method: "full" },
    newLora: { ...fresh, method: "lora" },
    newPrompt: { ...fresh, method: "prompt-tuning" },
    newRawFull: { ...fresh, method: "full", from: "untrained" },
    newRawLora: { ...fresh, method: "lora", from: "untrained" },
    newRawLoraLong: { ...fresh, method: "lora", from: "untrained", steps: 600 },
  },
  claims: [
    {
      id: "waking-asleep",
      left: [{ run: "asleep", of: "score" }],
      is: "at-most",
      right: { value: 0.6 },
      verdict: "holds",
    },
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
      is: "at-most",
      right: { value: 0.05 },
      verdict: "holds",
    },
    {
      id: "waking-new-lora",
      left: [{ run: "newLora", of: "score" }],
      is: "at-least",
      right: { run: "newFull", of: "score", times: 0.9 },
      verdict: "holds",
    },
    {
      id: "waking-sure-and-wrong",
      left: [{ run: "newFull", of: "firstLoss" }],
      is: "at-least",
      right: { run: "newRawFull", of: "firstLoss", times: 2 },
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
    {
      id: "waking-long",
      left: [{ run: "newRawLoraLong", of: "score" }],
      is: "at-most",
      right: { value: 0.2 },
      verdict: "holds",
    },
    {
      id: "waking-distance",
      left: [
        { run: "lora", of: "firstLoss" },
        { run: "ingLora", of: "firstLoss" },
      ],
      is: "at-most",
      right: { run: "newLora", of: "firstLoss", times: 0.5 },
      verdict: "holds",
    },
    {
      id: "waking-between",
      left: [{ run: "lora", of: "firstLoss" }],
      is: "at-most",
      right: { run: "ingLora", of: "firstLoss", times: 0.5 },
      verdict: "holds",
    },
    {
      id: "waking-near",
      left: [{ run: "ingPrompt", of: "score" }],
      is: "at-most",
      right: { run: "ingLora", of: "score", plus: -0.1 },
      verdict: "holds",
    },
  ],
});
