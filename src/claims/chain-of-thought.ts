import { accuracy } from "./asked";
import { defineClaims } from "./claim";
import type { PromptRun } from "./run";

const usual = { kind: "prompt", base: "reader-micro", task: "chain" } as const satisfies PromptRun;
const steps = (length: number) => ({ ...usual, variant: { trigger: ":", length } }) as const;
const direct = (length: number) => ({ ...usual, variant: { trigger: "=", length } }) as const;

/** Lesson 13: chain of thought (Wei et al. 2022, arXiv 2201.11903, figure 4). */
export const chainOfThoughtClaims = defineClaims({
  lesson: "chain-of-thought",
  runs: {
    steps1: steps(1),
    steps2: steps(2),
    steps3: steps(3),
    steps4: steps(4),
    steps5: steps(5),
    steps6: steps(6),
    steps7: steps(7),
    direct1: direct(1),
    direct2: direct(2),
    direct3: direct(3),
    direct4: direct(4),
    direct5: direct(5),
    direct6: direct(6),
    direct7: direct(7),
    filler5: { ...usual, variant: { procedure: "filler", length: 5 } },
    wrongFollowed: { ...usual, variant: { procedure: "wrong-step", length: 5, expected: "implied" } },
    wrongRight: { ...usual, variant: { procedure: "wrong-step", length: 5 } },
    tinySteps5: { ...steps(5), base: "reader-tiny" },
    tinyDirect5: { ...direct(5), base: "reader-tiny" },
    nanoSteps5: { ...steps(5), base: "reader-nano" },
    early5: { ...steps(5), from: { step: 1000 } },
  },
  claims: [
    {
      id: "cot-steps",
      left: [accuracy("steps2"), accuracy("steps3"), accuracy("steps4"), accuracy("steps5")],
      is: "at-least",
      right: { value: 0.9 },
      verdict: "holds",
    },
    {
      id: "cot-direct-poor",
      left: [accuracy("direct4"), accuracy("direct5")],
      is: "at-most",
      right: { value: 0.4 },
      verdict: "holds",
    },
    {
      id: "cot-one-step-alike",
      left: [accuracy("direct1")],
      is: "at-least",
      right: accuracy("steps1", { plus: -0.05 }),
      verdict: "holds",
    },
    {
      id: "cot-filler-no-help",
      left: [accuracy("filler5")],
      is: "at-most",
      right: accuracy("direct5", { plus: 0.1 }),
      verdict: "holds",
    },
    {
      id: "cot-follows-wrong-step",
      left: [accuracy("wrongFollowed")],
      is: "at-least",
      right: { value: 0.9 },
      verdict: "holds",
    },
    {
      id: "cot-keeps-no-secret",
      left: [accuracy("wrongRight")],
      is: "at-most",
      right: { value: 0.05 },
      verdict: "holds",
    },
    {
      id: "cot-tiny-no-gain",
      left: [accuracy("tinySteps5")],
      is: "at-most",
      right: accuracy("tinyDirect5", { plus: 0.1 }),
      verdict: "holds",
    },
    {
      id: "cot-longer-than-seen",
      left: [accuracy("steps6"), accuracy("steps7")],
      is: "at-most",
      right: { value: 0.2 },
      verdict: "holds",
    },
    {
      id: "cot-comes-late",
      left: [accuracy("early5")],
      is: "at-most",
      right: { value: 0.2 },
      verdict: "holds",
    },
    {
      id: "cot-costs-tokens",
      left: [{ run: "steps5", of: "tokens" }],
      is: "at-least",
      right: { run: "direct5", of: "tokens", times: 5 },
      verdict: "holds",
    },
  ],
});
