import { defineClaims } from "./claim";
import type { RaceRun } from "./run";

const past = { base: "toolbox-micro", task: "past-tense" } as const satisfies Partial<RaceRun>;
const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<RaceRun>;

/** Lesson 4: Adapter. */
export const adapterClaims = defineClaims({
  lesson: "adapter",
  runs: {
    full: { ...past, method: "full" },
    adapter: { ...past, method: "adapter" },
    large: { ...past, method: "adapter", options: { initStd: 0.5 } },
    newFull: { ...fresh, method: "full" },
    newAdapter: { ...fresh, method: "adapter" },
    newMlp: { ...fresh, method: "adapter", options: { after: ["mlp"] } },
    newWide: { ...fresh, method: "adapter", options: { after: ["mlp"], bottleneck: 16 } },
    newThin: { ...fresh, method: "adapter", options: { bottleneck: 1 } },
    bias: { ...past, method: "adapter-bias" },
    newBias: { ...fresh, method: "adapter-bias" },
  },
  claims: [
    {
      id: "adapter-near-full",
      left: [{ run: "adapter", of: "score" }],
      is: "at-least",
      right: { run: "full", of: "score", times: 0.98 },
      verdict: "holds",
    },
    {
      id: "adapter-new-skill",
      left: [{ run: "newAdapter", of: "score" }],
      is: "at-least",
      right: { run: "newFull", of: "score", times: 0.9 },
      verdict: "holds",
    },
    {
      id: "adapter-near-start",
      left: [{ run: "adapter", of: "firstLoss" }],
      is: "at-most",
      right: { run: "full", of: "firstLoss", plus: 0.01 },
      verdict: "holds",
    },
    {
      id: "adapter-large-start",
      left: [{ run: "large", of: "firstLoss" }],
      is: "at-least",
      right: { run: "adapter", of: "firstLoss", plus: 1 },
      verdict: "holds",
    },
    {
      id: "adapter-large-unsure",
      left: [{ run: "large", of: "score" }],
      is: "at-most",
      right: { run: "adapter", of: "score", plus: -0.05 },
      verdict: "holds",
    },
    {
      id: "adapter-large-forgets",
      left: [{ run: "large", of: "known" }],
      is: "at-most",
      right: { run: "adapter", of: "known", plus: -0.1 },
      verdict: "holds",
    },
    {
      id: "adapter-mlp-half",
      left: [{ run: "newMlp", of: "trained" }],
      is: "at-most",
      right: { run: "newAdapter", of: "trained", times: 0.51 },
      verdict: "holds",
    },
    {
      id: "adapter-mlp-score",
      left: [{ run: "newMlp", of: "score" }],
      is: "at-most",
      right: { run: "newAdapter", of: "score", plus: -0.1 },
      verdict: "holds",
    },
    {
      id: "adapter-mlp-wide",
      left: [{ run: "newWide", of: "score" }],
      is: "at-most",
      right: { run: "newAdapter", of: "score", plus: -0.03 },
      verdict: "holds",
    },
    {
      id: "adapter-bias-wakes",
      left: [{ run: "bias", of: "score" }],
      is: "at-least",
      right: { run: "full", of: "score", times: 0.97 },
      verdict: "holds",
    },
    {
      id: "adapter-bias-keeps",
      left: [{ run: "bias", of: "known" }],
      is: "at-least",
      right: { run: "adapter", of: "known", plus: 0.1 },
      verdict: "holds",
    },
    {
      id: "adapter-bias-new",
      left: [{ run: "newBias", of: "score" }],
      is: "at-most",
      right: { value: 0.1 },
      verdict: "holds",
    },
    {
      id: "adapter-thin-new",
      left: [{ run: "newThin", of: "score" }],
      is: "at-most",
      right: { run: "newAdapter", of: "score", plus: -0.5 },
      verdict: "holds",
    },
  ],
});
