import { defineClaims } from "./claim";
import type { RaceRun } from "./run";

const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<RaceRun>;

const near = { base: "toolbox-micro", task: "past-tense" } as const satisfies Partial<RaceRun>;

/** Lesson 10: the map of Delta-tuning and the great race. */
export const greatRaceClaims = defineClaims({
  lesson: "great-race",
  runs: {
    full: { ...fresh, method: "full" },
    adapter: { ...fresh, method: "adapter" },
    prefix: { ...fresh, method: "prefix-tuning" },
    // As the paper trains it: through an MLP, at a rate for it.
    projected: { ...fresh, method: "prefix-tuning", options: { projection: true }, learningRate: 0.01 },
    prompt: { ...fresh, method: "prompt-tuning" },
    lora: { ...fresh, method: "lora" },
    bitfit: { ...fresh, method: "bitfit" },
    random: { ...fresh, method: "random-subset" },
    ia3: { ...fresh, method: "ia3" },
    slowLora: { ...fresh, method: "lora", learningRate: 0.001 },
    nearFull: { ...near, method: "full" },
    nearPrompt: { ...near, method: "prompt-tuning" },
    // One trained vector: what Textual Inversion trains.
    nearOne: { ...near, method: "prompt-tuning", options: { length: 1 } },
    nearBitfit: { ...near, method: "bitfit" },
  },
  claims: [
    {
      id: "race-top",
      left: [
        { run: "adapter", of: "score" },
        { run: "lora", of: "score" },
        { run: "random", of: "score" },
      ],
      is: "at-least",
      right: { run: "full", of: "score", times: 0.93 },
      verdict: "holds",
    },
    {
      id: "race-prefix-projected",
      left: [{ run: "projected", of: "score" }],
      is: "at-least",
      right: { run: "prefix", of: "score", plus: 0.2 },
      verdict: "holds",
    },
    {
      id: "race-prefix-stores",
      left: [{ run: "projected", of: "kept" }],
      is: "equals",
      right: { run: "prefix", of: "kept" },
      verdict: "holds",
    },
    {
      id: "race-one-vector",
      left: [{ run: "nearOne", of: "score" }],
      is: "at-least",
      right: { run: "nearFull", of: "score", times: 0.98 },
      verdict: "holds",
    },
    {
      id: "race-bottom",
      left: [{ run: "prompt", of: "score" }],
      is: "at-most",
      right: { value: 0.05 },
      verdict: "holds",
    },
    {
      id: "race-not-all",
      left: [{ run: "bitfit", of: "score" }],
      is: "at-least",
      right: { run: "full", of: "score", times: 0.9 },
      verdict: "fails",
    },
    {
      id: "race-rate-outweighs",
      left: [{ run: "slowLora", of: "score" }],
      is: "at-most",
      right: { run: "bitfit", of: "score" },
      verdict: "holds",
    },
    {
      id: "race-few-numbers",
      left: [{ run: "ia3", of: "score" }],
      is: "at-least",
      right: { run: "bitfit", of: "score", plus: 0.1 },
      verdict: "holds",
    },
    {
      id: "race-near-equal",
      left: [
        { run: "nearPrompt", of: "score" },
        { run: "nearBitfit", of: "score" },
      ],
      is: "at-least",
      right: { run: "nearFull", of: "score", times: 0.97 },
      verdict: "holds",
    },
  ],
});
