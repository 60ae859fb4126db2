import { defineClaims } from "./claim";
import type { RaceRun } from "./run";

const ing = { base: "toolbox-micro", task: "ing-form" } as const satisfies Partial<RaceRun>;
const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<RaceRun>;
const nano = { base: "toolbox-nano", task: "ing-form" } as const satisfies Partial<RaceRun>;
const mini = { base: "toolbox-mini", task: "ing-form" } as const satisfies Partial<RaceRun>;
const tiny = { base: "toolbox-tiny", task: "ing-form" } as const satisfies Partial<RaceRun>;

/** Lesson 9: choose some parameters. */
export const someParametersClaims = defineClaims({
  lesson: "some-parameters",
  runs: {
    full: { ...ing, method: "full" },
    bitfit: { ...ing, method: "bitfit" },
    random: { ...ing, method: "random-subset", options: { share: 0.015 } },
    otherRandom: { ...ing, method: "random-subset", options: { share: 0.015, seed: 2 } },
    slowRandom: { ...ing, method: "random-subset", options: { share: 0.015 }, learningRate: 0.003 },
    newBitfit: { ...fresh, method: "bitfit" },
    newRandom: { ...fresh, method: "random-subset", options: { share: 0.015 } },
    newFull: { ...fresh, method: "full" },
    nanoFull: { ...nano, method: "full" },
    nanoBitfit: { ...nano, method: "bitfit" },
    // As many parameters as BitFit has on the same base, and its rate: 0.1, as on the larger base.
    nanoRandom: { ...nano, method: "random-subset", options: { share: 0.03125 }, learningRate: 0.1 },
    // At the rate that was found for the method on this base: 0.3.
    nanoFast: { ...nano, method: "random-subset", options: { share: 0.03125 } },
    // As many as on the larger base.
    nanoMany: { ...nano, method: "random-subset", options: { share: 0.12 }, learningRate: 0.1 },
    tinyFull: { ...tiny, method: "full" },
    tinyBitfit: { ...tiny, method: "bitfit" },
    tinyRandom: { ...tiny, method: "random-subset", options: { share: 0.0625 }, learningRate: 0.1 },
    miniFull: { ...mini, method: "full" },
    miniBitfit: { ...mini, method: "bitfit" },
    // As many parameters as BitFit has on the same base.
    miniRandom: { ...mini, method: "random-subset", options: { share: 0.00732 } },
    tinyFast: { ...tiny, method: "random-subset", options: { share: 0.0625 } },
  },
  claims: [
    {
      id: "some-random-near-full",
      left: [{ run: "random", of: "score" }],
      is: "at-least",
      right: { run: "full", of: "score", times: 0.95 },
      verdict: "holds",
    },
    {
      id: "some-same-budget",
      left: [{ run: "newRandom", of: "trained" }],
      is: "equals",
      right: { run: "newBitfit", of: "trained" },
      verdict: "holds",
    },
    {
      id: "some-random-any",
      left: [{ run: "otherRandom", of: "score" }],
      is: "equals",
      within: 0.03,
      right: { run: "random", of: "score" },
      verdict: "holds",
    },
    {
      id: "some-rate",
      left: [{ run: "slowRandom", of: "score" }],
      is: "at-most",
      right: { run: "random", of: "score", plus: -0.05 },
      verdict: "holds",
    },
    {
      id: "some-new-random-wins",
      left: [{ run: "newRandom", of: "score" }],
      is: "at-least",
      right: { run: "newBitfit", of: "score", plus: 0.2 },
      verdict: "holds",
    },
    {
      id: "some-nano",
      left: [{ run: "nanoRandom", of: "score" }],
      is: "at-least",
      right: { run: "nanoBitfit", of: "score", plus: 0.05 },
      verdict: "holds",
    },
    {
      id: "some-nano-budget",
      left: [{ run: "nanoRandom", of: "trained" }],
      is: "equals",
      right: { run: "nanoBitfit", of: "trained" },
      verdict: "holds",
    },
    {
      id: "some-nano-rate",
      left: [{ run: "nanoFast", of: "score" }],
      is: "at-most",
      right: { run: "nanoRandom", of: "score" },
      verdict: "holds",
    },
    {
      id: "some-nano-short",
      left: [
        { run: "nanoRandom", of: "score" },
        { run: "nanoBitfit", of: "score" },
      ],
      is: "at-most",
      right: { run: "nanoFull", of: "score", times: 0.65 },
      verdict: "holds",
    },
    {
      id: "some-nano-count",
      left: [{ run: "nanoMany", of: "score" }],
      is: "at-least",
      right: { run: "nanoRandom", of: "score", plus: 0.1 },
      verdict: "holds",
    },
    {
      id: "some-nano-many-short",
      left: [{ run: "nanoMany", of: "score" }],
      is: "at-most",
      right: { run: "nanoFull", of: "score", times: 0.9 },
      verdict: "holds",
    },
    {
      id: "some-tiny",
      left: [{ run: "tinyRandom", of: "score" }],
      is: "at-least",
      right: { run: "tinyBitfit", of: "score", plus: 0.02 },
      verdict: "holds",
    },
    {
      id: "some-tiny-rate",
      left: [{ run: "tinyFast", of: "score" }],
      is: "at-most",
      right: { run: "tinyRandom", of: "score" },
      verdict: "holds",
    },
    {
      id: "some-tiny-short",
      left: [
        { run: "tinyRandom", of: "score" },
        { run: "tinyBitfit", of: "score" },
      ],
      is: "at-most",
      right: { run: "tinyFull", of: "score", times: 0.65 },
      verdict: "holds",
    },
    {
      id: "some-micro-close",
      left: [
        { run: "random", of: "score" },
        { run: "bitfit", of: "score" },
      ],
      is: "at-least",
      right: { run: "full", of: "score", times: 0.9 },
      verdict: "holds",
    },
    {
      id: "some-mini-close",
      left: [
        { run: "miniRandom", of: "score" },
        { run: "miniBitfit", of: "score" },
      ],
      is: "at-least",
      right: { run: "miniFull", of: "score", times: 0.9 },
      verdict: "holds",
    },
  ],
});
