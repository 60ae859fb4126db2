import { accuracy } from "./asked";
import { defineClaims } from "./claim";
import type { PromptRun } from "./run";

const usual = { kind: "prompt", base: "reader-micro", task: "thing-label" } as const satisfies PromptRun;
const nano = { base: "reader-nano" } as const;
const tiny = { base: "reader-tiny" } as const;
const shown = { demonstrations: 16 } as const;
const wrong = (percent: number) => ({ ...usual, variant: { ...shown, wrong: percent } }) as const;
const flipped = { ...usual, variant: { ...shown, wrong: 100, expected: "implied" } } as const;
const at = (step: number) => ({ from: { step } }) as const;
const letters = { ...usual, variant: { ...shown, labels: "letters" } } as const;

/** Lesson 12: larger models do in-context learning differently (Wei et al. 2023, arXiv 2303.03846, figures 2 and 3). */
export const largerModelsClaims = defineClaims({
  lesson: "larger-models",
  runs: {
    wrong0: wrong(0),
    wrong12: wrong(12),
    wrong25: wrong(25),
    wrong38: wrong(38),
    wrong50: wrong(50),
    wrong62: wrong(62),
    wrong75: wrong(75),
    wrong88: wrong(88),
    wrong100: wrong(100),
    flipped,
    flippedEarly: { ...flipped, ...at(500) },
    flippedSoon: { ...flipped, ...at(1500) },
    flippedMiddle: { ...flipped, ...at(3000) },
    flippedNano: { ...flipped, ...nano },
    flippedNanoEarly: { ...flipped, ...nano, ...at(500) },
    flippedNanoSoon: { ...flipped, ...nano, ...at(1500) },
    flippedNanoMiddle: { ...flipped, ...nano, ...at(3000) },
    flippedTiny: { ...flipped, ...tiny },
    flippedTinyEarly: { ...flipped, ...tiny, ...at(500) },
    flippedTinySoon: { ...flipped, ...tiny, ...at(1500) },
    flippedTinyMiddle: { ...flipped, ...tiny, ...at(3000) },
    letters,
    lettersEarly: { ...letters, ...at(2000) },
    lettersMiddle: { ...letters, ...at(4000) },
    lettersNano: { ...letters, ...nano },
    lettersNanoEarly: { ...letters, ...nano, ...at(2000) },
    lettersNanoMiddle: { ...letters, ...nano, ...at(4000) },
    lettersTiny: { ...letters, ...tiny },
    lettersTinyEarly: { ...letters, ...tiny, ...at(2000) },
    lettersTinyMiddle: { ...letters, ...tiny, ...at(4000) },
    goldNano: { ...usual, ...nano, variant: shown },
    goldTiny: { ...usual, ...tiny, variant: shown },
  },
  claims: [
    {
      id: "larger-half-wrong",
      left: [accuracy("wrong12"), accuracy("wrong25"), accuracy("wrong38")],
      is: "at-least",
      right: { value: 0.9 },
      verdict: "holds",
    },
    {
      id: "larger-overrides",
      left: [accuracy("wrong100"), accuracy("wrong88")],
      is: "at-most",
      right: { value: 0.1 },
      verdict: "holds",
    },
    {
      id: "larger-flips-late",
      left: [accuracy("flippedEarly")],
      is: "at-most",
      right: { value: 0.2 },
      verdict: "holds",
    },
    {
      id: "larger-flips-sooner",
      left: [accuracy("flippedTiny"), accuracy("flippedTinyMiddle")],
      is: "at-most",
      right: accuracy("flippedMiddle", { plus: -0.2 }),
      verdict: "holds",
    },
    {
      id: "larger-middle-later",
      left: [accuracy("flippedNanoMiddle")],
      is: "at-most",
      right: accuracy("flippedMiddle", { plus: -0.1 }),
      verdict: "holds",
    },
    {
      id: "larger-middle-flips-too",
      left: [accuracy("flippedNano")],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "larger-letters",
      left: [accuracy("lettersTiny"), accuracy("lettersNano")],
      is: "at-most",
      right: accuracy("letters", { plus: -0.2 }),
      verdict: "holds",
    },
    {
      id: "larger-tiny-letters-chance",
      left: [accuracy("lettersTiny")],
      is: "at-most",
      right: { value: 0.65 },
      verdict: "holds",
    },
    {
      id: "larger-all-know-labels",
      left: [accuracy("goldNano"), accuracy("goldTiny")],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
  ],
});
