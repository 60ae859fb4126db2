import { defineClaims } from "./claim";
import type { RaceRun } from "./run";

const past = { base: "toolbox-micro", task: "past-tense" } as const satisfies Partial<RaceRun>;
const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<RaceRun>;
/** A hundred verbs, four a step, each drawn about once. */
const few = { ...past, batch: 4, steps: 25 } as const satisfies Partial<RaceRun>;

/** Lesson 1: full fine-tuning and its price. */
export const fullFineTuningClaims = defineClaims({
  lesson: "full-fine-tuning",
  runs: {
    full: { ...past, method: "full" },
    lora: { ...past, method: "lora" },
    newFull: { ...fresh, method: "full" },
    newLora: { ...fresh, method: "lora" },
    cool: { ...fresh, method: "full", learningRate: 0.0003 },
    hot: { ...fresh, method: "full", learningRate: 0.03 },
    fewFull: { ...few, method: "full" },
    fewFullSlow: { ...few, method: "full", learningRate: 0.0003 },
  },
  claims: [
    {
      id: "ft-past",
      left: [{ run: "full", of: "score" }],
      is: "at-least",
      right: { value: 0.9 },
      verdict: "holds",
    },
    {
      id: "ft-new-skill",
      left: [{ run: "newFull", of: "score" }],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "ft-far-start",
      left: [{ run: "full", of: "firstLoss" }],
      is: "at-most",
      right: { run: "newFull", of: "firstLoss", times: 0.1 },
      verdict: "holds",
    },
    {
      id: "ft-forgets",
      left: [{ run: "newFull", of: "known" }],
      is: "at-most",
      right: { run: "newFull", of: "knownBefore", times: 0.1 },
      verdict: "holds",
    },
    {
      id: "ft-past-forgets-less",
      left: [{ run: "full", of: "known" }],
      is: "at-least",
      right: { run: "newFull", of: "known", plus: 0.2 },
      verdict: "holds",
    },
    {
      id: "ft-counts",
      left: [{ run: "newFull", of: "trained" }],
      is: "at-least",
      right: { run: "newLora", of: "trained", times: 50 },
      verdict: "holds",
    },
    {
      id: "ft-cool-learns",
      left: [{ run: "cool", of: "score" }],
      is: "at-least",
      right: { run: "newFull", of: "score", times: 0.95 },
      verdict: "holds",
    },
    {
      id: "ft-cool-keeps",
      left: [{ run: "cool", of: "known" }],
      is: "at-least",
      right: { run: "newFull", of: "known", plus: 0.2 },
      verdict: "holds",
    },
    {
      id: "ft-hot-worse",
      left: [{ run: "hot", of: "score" }],
      is: "at-most",
      right: { run: "newFull", of: "score" },
      verdict: "holds",
    },
    {
      id: "ft-lora-keeps",
      left: [{ run: "lora", of: "known" }],
      is: "at-least",
      right: { run: "full", of: "known", plus: 0.2 },
      verdict: "holds",
    },
    {
      id: "ft-few",
      left: [{ run: "fewFullSlow", of: "score" }],
      is: "at-least",
      right: { value: 0.9 },
      verdict: "holds",
    },
    {
      id: "ft-few-rate",
      left: [{ run: "fewFull", of: "score" }],
      is: "at-most",
      right: { run: "fewFullSlow", of: "score", plus: -0.1 },
      verdict: "holds",
    },
    {
      id: "ft-few-keeps",
      left: [{ run: "fewFullSlow", of: "known" }],
      is: "at-least",
      right: { value: 0.85 },
      verdict: "holds",
    },
    {
      id: "ft-lora-forgets-too",
      left: [{ run: "newLora", of: "known" }],
      is: "at-most",
      right: { value: 0.2 },
      verdict: "holds",
    },
  ],
});
