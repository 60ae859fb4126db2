import { accuracy } from "./asked";
import { defineClaims } from "./claim";
import type { PromptRun } from "./run";

const usual = { kind: "prompt", base: "reader-micro", task: "thing-label" } as const satisfies PromptRun;
const shown = { demonstrations: 16 } as const;

/** Lesson 11: in-context learning, what demonstrations are for (Min et al. 2022, arXiv 2202.12837, figures 1 and 7–10). */
export const inContextClaims = defineClaims({
  lesson: "in-context",
  runs: {
    none: usual,
    one: { ...usual, variant: { demonstrations: 1 } },
    gold: { ...usual, variant: shown },
    random: { ...usual, variant: { ...shown, labels: "random" } },
    foreign: { ...usual, variant: { ...shown, inputs: "foreign" } },
    foreignRandom: { ...usual, variant: { ...shown, inputs: "foreign", labels: "random" } },
    words: { ...usual, variant: { ...shown, labels: "words" } },
    wordsImplied: { ...usual, variant: { ...shown, labels: "words", expected: "implied" } },
    inputsOnly: { ...usual, variant: { ...shown, labels: "absent" } },
    labelsOnly: { ...usual, variant: { ...shown, inputs: "absent" } },
    flipped: { ...usual, variant: { ...shown, labels: "flipped" } },
    untrained: { ...usual, from: "untrained", variant: shown },
    early: { ...usual, from: { step: 1000 }, variant: shown },
  },
  claims: [
    {
      id: "icl-none-chance",
      left: [accuracy("none")],
      is: "at-most",
      right: { value: 0.6 },
      verdict: "holds",
    },
    { id: "icl-gold", left: [accuracy("gold")], is: "at-least", right: { value: 0.97 }, verdict: "holds" },
    {
      id: "icl-one-is-enough",
      left: [accuracy("one")],
      is: "at-least",
      right: accuracy("gold", { plus: -0.05 }),
      verdict: "holds",
    },
    {
      id: "icl-random-near-gold",
      left: [accuracy("random")],
      is: "at-least",
      right: accuracy("gold", { plus: -0.15 }),
      verdict: "holds",
    },
    {
      id: "icl-random-above-none",
      left: [accuracy("random")],
      is: "at-least",
      right: accuracy("none", { plus: 0.2 }),
      verdict: "holds",
    },
    {
      id: "icl-foreign-below-gold",
      left: [accuracy("foreign"), accuracy("foreignRandom")],
      is: "at-most",
      right: accuracy("gold", { plus: -0.05 }),
      verdict: "holds",
    },
    {
      id: "icl-label-space",
      left: [accuracy("words"), accuracy("wordsImplied"), accuracy("inputsOnly")],
      is: "at-most",
      right: accuracy("none"),
      verdict: "holds",
    },
    {
      id: "icl-labels-only-tell",
      left: [accuracy("labelsOnly")],
      is: "at-least",
      right: accuracy("inputsOnly", { plus: 0.2 }),
      verdict: "holds",
    },
    {
      id: "icl-all-wrong",
      left: [accuracy("flipped")],
      is: "at-most",
      right: { value: 0.1 },
      verdict: "holds",
    },
    {
      id: "icl-needs-pretraining",
      left: [accuracy("untrained")],
      is: "at-most",
      right: { value: 0.1 },
      verdict: "holds",
    },
    {
      id: "icl-comes-early",
      left: [accuracy("early")],
      is: "at-least",
      right: { value: 0.97 },
      verdict: "holds",
    },
  ],
});
