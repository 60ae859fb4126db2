import { accuracy } from "./asked";
import { defineClaims } from "./claim";
import type { PromptRun } from "./run";

const usual = { kind: "prompt", base: "reader-micro", task: "chain" } as const satisfies PromptRun;
const phrase = (trigger: string) => ({ ...usual, variant: { trigger, length: 5 } }) as const;
const sampled = (trigger: string) => ({ ...usual, variant: { trigger, length: 5, temperature: 1 } }) as const;

/** Lesson 14: "Let's think step by step" (Kojima et al. 2022, arXiv 2205.11916, tables 1 and 4). */
export const stepByStepClaims = defineClaims({
  lesson: "step-by-step",
  runs: {
    none: { ...usual, variant: { length: 5 } },
    thinkStep: phrase("think step"),
    letUsThinkStep: phrase("let us think step"),
    workCarefully: phrase("work carefully"),
    please: phrase("please"),
    justAnswerQuickly: phrase("just answer quickly"),
    guess: phrase("guess"),
    threeWords: phrase("think step carefully"),
    fourWords: phrase("think step carefully slowly"),
    noneSampled: { ...usual, variant: { length: 5, temperature: 1 } },
    thinkStepSampled: sampled("think step"),
    guessSampled: sampled("guess"),
  },
  claims: [
    {
      id: "phrase-think-step",
      left: [accuracy("thinkStep"), accuracy("workCarefully")],
      is: "at-least",
      right: accuracy("none", { plus: 0.5 }),
      verdict: "holds",
    },
    {
      id: "phrase-not-any",
      left: [accuracy("please"), accuracy("justAnswerQuickly"), accuracy("guess")],
      is: "at-most",
      right: accuracy("none", { plus: 0.1 }),
      verdict: "holds",
    },
    {
      id: "phrase-kojima",
      left: [accuracy("letUsThinkStep")],
      is: "at-least",
      right: accuracy("none", { plus: 0.2 }),
      verdict: "holds",
    },
    {
      id: "phrase-three-words",
      left: [accuracy("threeWords")],
      is: "at-least",
      right: { value: 0.8 },
      verdict: "holds",
    },
    {
      // Steps are written, but so late in the context they come out wrong more often: rare in pretraining.
      id: "phrase-four-words-weaker",
      left: [accuracy("fourWords"), accuracy("letUsThinkStep")],
      is: "at-most",
      right: accuracy("thinkStep", { plus: -0.2 }),
      verdict: "holds",
    },
    {
      id: "phrase-sampled",
      left: [accuracy("thinkStepSampled")],
      is: "at-least",
      right: accuracy("noneSampled", { plus: 0.2 }),
      verdict: "holds",
    },
    {
      // Greedy always takes the likelier sign, "="; a sample writes steps now and then.
      id: "phrase-sampling-helps-alone",
      left: [accuracy("noneSampled")],
      is: "at-least",
      right: accuracy("none", { plus: 0.1 }),
      verdict: "holds",
    },
    {
      id: "phrase-guess-writes-little",
      left: [{ run: "guessSampled", of: "tokens" }],
      is: "at-most",
      right: { run: "thinkStepSampled", of: "tokens", times: 0.5 },
      verdict: "holds",
    },
  ],
});
