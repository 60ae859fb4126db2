import { defineClaims } from "./claim";
import type { RaceRun } from "./run";

const usual = { base: "toolbox-micro", task: "past-tense" } as const satisfies Partial<RaceRun>;
const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<RaceRun>;

const attention = ["attention.query", "attention.key", "attention.value", "attention.output"] as const;

/** Lesson 8: LoRA. */
export const loraClaims = defineClaims({
  lesson: "lora",
  runs: {
    full: { ...usual, method: "full" },
    lora: { ...usual, method: "lora" },
    bothZero: { ...usual, method: "lora", options: { init: "both-zero" } },
    // alpha = 2 × rank: the same scale, so that the rank alone differs.
    rank1: { ...usual, method: "lora", options: { rank: 1, alpha: 2 } },
    newFull: { ...fresh, method: "full" },
    newRank1: { ...fresh, method: "lora", options: { rank: 1, alpha: 2 } },
    newRank4: { ...fresh, method: "lora" },
    newRank16: { ...fresh, method: "lora", options: { rank: 16, alpha: 32 } },
    // The same count in other places: one matrix, all four of attention. All six linear layers: an eighth more.
    newQuery: { ...fresh, method: "lora", options: { rank: 8, alpha: 16, targets: ["attention.query"] } },
    newValue: { ...fresh, method: "lora", options: { rank: 8, alpha: 16, targets: ["attention.value"] } },
    newFour: { ...fresh, method: "lora", options: { rank: 2, alpha: 4, targets: attention } },
    newLinear: {
      ...fresh,
      method: "lora",
      options: { rank: 1, alpha: 2, targets: [...attention, "mlp.up", "mlp.down"] },
    },
    alpha64: { ...fresh, method: "lora", options: { alpha: 64 } },
  },
  claims: [
    {
      id: "lora-near-full",
      left: [{ run: "lora", of: "score" }],
      is: "at-least",
      right: { run: "full", of: "score", times: 0.98 },
      verdict: "holds",
    },
    {
      id: "lora-few-numbers",
      left: [{ run: "lora", of: "trained" }],
      is: "at-most",
      right: { run: "full", of: "trained", times: 0.02 },
      verdict: "holds",
    },
    {
      id: "lora-starts-as-base",
      left: [
        { run: "lora", of: "firstLoss" },
        { run: "bothZero", of: "firstLoss" },
      ],
      is: "equals",
      right: { run: "full", of: "firstLoss" },
      verdict: "holds",
    },
    {
      id: "lora-both-zero-stuck",
      left: [{ run: "bothZero", of: "heldOutLoss" }],
      is: "equals",
      right: { run: "bothZero", of: "firstLoss" },
      verdict: "holds",
    },
    {
      id: "lora-b-zero-learns",
      left: [{ run: "lora", of: "heldOutLoss" }],
      is: "at-most",
      right: { run: "lora", of: "firstLoss", times: 0.2 },
      verdict: "holds",
    },
    {
      id: "lora-rank-1-past",
      left: [{ run: "rank1", of: "score" }],
      is: "at-least",
      right: { run: "lora", of: "score", times: 0.95 },
      verdict: "holds",
    },
    {
      id: "lora-rank-1-short",
      left: [{ run: "newRank4", of: "score" }],
      is: "at-least",
      right: { run: "newRank1", of: "score", plus: 0.05 },
      verdict: "holds",
    },
    {
      id: "lora-rank-16-little",
      left: [{ run: "newRank16", of: "score" }],
      is: "at-most",
      right: { run: "newRank4", of: "score", plus: 0.05 },
      verdict: "holds",
    },
    {
      id: "lora-alpha-too-large",
      left: [{ run: "alpha64", of: "score" }],
      is: "at-most",
      right: { run: "newRank4", of: "score", plus: -0.05 },
      verdict: "holds",
    },
    {
      id: "lora-query-alone",
      left: [{ run: "newQuery", of: "score" }],
      is: "at-most",
      right: { value: 0.05 },
      verdict: "holds",
    },
    {
      id: "lora-value-alone",
      left: [{ run: "newValue", of: "score" }],
      is: "at-most",
      right: { run: "newRank4", of: "score", plus: -0.05 },
      verdict: "holds",
    },
    {
      id: "lora-linear-enough",
      left: [{ run: "newLinear", of: "score" }],
      is: "at-least",
      right: { run: "newRank4", of: "score" },
      verdict: "holds",
    },
    {
      id: "lora-four-matrices",
      left: [{ run: "newFour", of: "score" }],
      is: "equals",
      within: 0.02,
      right: { run: "newRank4", of: "score" },
      verdict: "holds",
    },
    {
      id: "lora-equal-count",
      left: [
        { run: "newQuery", of: "trained" },
        { run: "newValue", of: "trained" },
        { run: "newFour", of: "trained" },
      ],
      is: "equals",
      right: { run: "newRank4", of: "trained" },
      verdict: "holds",
    },
    {
      id: "lora-forgets-less",
      left: [{ run: "lora", of: "known" }],
      is: "at-least",
      right: { run: "full", of: "known", plus: 0.2 },
      verdict: "holds",
    },
    {
      id: "lora-rank-1-forgets-least",
      left: [{ run: "rank1", of: "known" }],
      is: "at-least",
      right: { run: "lora", of: "known", plus: 0.05 },
      verdict: "holds",
    },
    {
      id: "lora-learns-less",
      left: [{ run: "newRank4", of: "score" }],
      is: "at-most",
      right: { run: "newFull", of: "score", plus: -0.02 },
      verdict: "holds",
    },
    {
      id: "lora-new-hides",
      left: [{ run: "newRank4", of: "known" }],
      is: "at-most",
      right: { run: "newRank4", of: "knownBefore", times: 0.2 },
      verdict: "holds",
    },
    {
      id: "lora-smaller-file",
      left: [{ run: "lora", of: "kept" }],
      is: "at-most",
      right: { run: "full", of: "kept", times: 0.02 },
      verdict: "holds",
    },
  ],
});
