import { defineClaims } from "./claim";
import type { RaceRun } from "./run";

const past = { base: "toolbox-micro", task: "past-tense" } as const satisfies Partial<RaceRun>;
const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<RaceRun>;
/** A hundred questions, four a step, each drawn about once. */
const few = { ...past, batch: 4, steps: 25 } as const satisfies Partial<RaceRun>;

/** Lesson 5: prefix-tuning. */
export const prefixTuningClaims = defineClaims({
  lesson: "prefix-tuning",
  runs: {
    full: { ...past, method: "full" },
    prefix: { ...past, method: "prefix-tuning" },
    zero: { ...past, method: "prefix-tuning", options: { init: "zero" } },
    projected: { ...past, method: "prefix-tuning", options: { projection: true }, learningRate: 0.01 },
    hotProjected: { ...past, method: "prefix-tuning", options: { projection: true } },
    newFull: { ...fresh, method: "full" },
    newPrefix: { ...fresh, method: "prefix-tuning" },
    newProjected: {
      ...fresh,
      method: "prefix-tuning",
      options: { projection: true },
      learningRate: 0.01,
    },
    newLora: { ...fresh, method: "lora" },
    newLong: { ...fresh, method: "prefix-tuning", options: { length: 32 } },
    newOne: { ...fresh, method: "prefix-tuning", options: { length: 1 } },
    fewFull: { ...few, method: "full" },
    fewFullSlow: { ...few, method: "full", learningRate: 0.0003 },
    fewPrefix: { ...few, method: "prefix-tuning" },
    fewPrefixSlow: { ...few, method: "prefix-tuning", learningRate: 0.1 },
  },
  claims: [
    {
      id: "prefix-near-full",
      left: [{ run: "prefix", of: "score" }],
      is: "at-least",
      right: { run: "full", of: "score", times: 0.98 },
      verdict: "holds",
    },
    {
      id: "prefix-share",
      left: [{ run: "prefix", of: "share" }],
      is: "at-least",
      right: { value: 0.01 },
      verdict: "holds",
    },
    {
      id: "prefix-zero-disturbs",
      left: [{ run: "zero", of: "firstLoss" }],
      is: "at-least",
      right: { run: "full", of: "firstLoss", plus: 1 },
      verdict: "holds",
    },
    {
      id: "prefix-random-disturbs",
      left: [{ run: "prefix", of: "firstLoss" }],
      is: "at-least",
      right: { run: "full", of: "firstLoss", plus: 1 },
      verdict: "holds",
    },
    {
      id: "prefix-zero-learns",
      left: [{ run: "zero", of: "score" }],
      is: "at-least",
      right: { run: "full", of: "score", times: 0.9 },
      verdict: "holds",
    },
    {
      id: "prefix-projection-trains",
      left: [{ run: "projected", of: "trained" }],
      is: "at-least",
      right: { run: "prefix", of: "trained", times: 2 },
      verdict: "holds",
    },
    {
      id: "prefix-projection-keeps",
      left: [{ run: "projected", of: "kept" }],
      is: "equals",
      right: { run: "prefix", of: "kept" },
      verdict: "holds",
    },
    {
      id: "prefix-projection-new",
      left: [{ run: "newProjected", of: "score" }],
      is: "at-least",
      right: { run: "newPrefix", of: "score", plus: 0.2 },
      verdict: "holds",
    },
    {
      id: "prefix-projection-here",
      left: [{ run: "projected", of: "score" }],
      is: "at-least",
      right: { run: "prefix", of: "score", plus: -0.01 },
      verdict: "holds",
    },
    {
      id: "prefix-projection-rate",
      left: [{ run: "hotProjected", of: "score" }],
      is: "at-most",
      right: { value: 0.1 },
      verdict: "holds",
    },
    {
      id: "prefix-new-below",
      left: [{ run: "newProjected", of: "score" }],
      is: "at-most",
      right: { run: "newLora", of: "score", plus: -0.05 },
      verdict: "holds",
    },
    {
      id: "prefix-longer",
      left: [{ run: "newPrefix", of: "score" }],
      is: "at-least",
      right: { run: "newOne", of: "score", plus: 0.2 },
      verdict: "holds",
    },
    {
      id: "prefix-longest",
      left: [{ run: "newLong", of: "score" }],
      is: "at-least",
      right: { run: "newPrefix", of: "score", plus: 0.1 },
      verdict: "holds",
    },
    {
      id: "prefix-few-usual",
      left: [{ run: "fewPrefix", of: "score" }],
      is: "at-least",
      right: { run: "fewFull", of: "score", plus: 0.05 },
      verdict: "holds",
    },
    {
      id: "prefix-few-behind",
      left: [{ run: "fewFullSlow", of: "score" }],
      is: "at-least",
      right: { run: "fewPrefix", of: "score", plus: 0.03 },
      verdict: "holds",
    },
    {
      id: "prefix-few-slower",
      left: [{ run: "fewPrefixSlow", of: "score" }],
      is: "at-most",
      right: { run: "fewPrefix", of: "score" },
      verdict: "holds",
    },
    {
      id: "prefix-hides-skills",
      left: [{ run: "prefix", of: "known" }],
      is: "at-most",
      right: { run: "prefix", of: "knownBefore", times: 0.5 },
      verdict: "holds",
    },
    {
      id: "prefix-full-forgets",
      left: [{ run: "full", of: "known" }],
      is: "at-most",
      right: { run: "full", of: "knownBefore", times: 0.5 },
      verdict: "holds",
    },
  ],
});
