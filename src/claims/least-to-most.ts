import { accuracy } from "./asked";
import { defineClaims } from "./claim";
import type { PromptRun } from "./run";

const usual = { kind: "prompt", base: "reader-micro", task: "chain" } as const satisfies PromptRun;
const steps = (length: number) => ({ ...usual, variant: { trigger: ":", length } }) as const;
const split = (length: number) => ({ ...usual, variant: { procedure: "split", length } }) as const;
const given = (length: number) => ({ ...usual, variant: { procedure: "split-given", length } }) as const;

/** Lesson 16: least-to-most prompting (Zhou et al. 2022, arXiv 2205.10625, table 3). */
export const leastToMostClaims = defineClaims({
  lesson: "least-to-most",
  runs: {
    steps4: steps(4),
    steps5: steps(5),
    steps6: steps(6),
    steps7: steps(7),
    split4: split(4),
    split5: split(5),
    split6: split(6),
    split7: split(7),
    given4: given(4),
    given6: given(6),
    given7: given(7),
    split7At1000: { ...split(7), from: { step: 1000 } },
    split7At1500: { ...split(7), from: { step: 1500 } },
    split7At2000: { ...split(7), from: { step: 2000 } },
    split7At3000: { ...split(7), from: { step: 3000 } },
    given7At1000: { ...given(7), from: { step: 1000 } },
    given7At1500: { ...given(7), from: { step: 1500 } },
    given7At2000: { ...given(7), from: { step: 2000 } },
    given7At3000: { ...given(7), from: { step: 3000 } },
  },
  claims: [
    {
      id: "ltm-steps-fail",
      left: [accuracy("steps6"), accuracy("steps7")],
      is: "at-most",
      right: { value: 0.2 },
      verdict: "holds",
    },
    {
      id: "ltm-own-split",
      left: [accuracy("split6"), accuracy("split7")],
      is: "at-least",
      right: { value: 0.8 },
      verdict: "holds",
    },
    {
      id: "ltm-given-split",
      left: [accuracy("given6"), accuracy("given7")],
      is: "at-least",
      right: { value: 0.9 },
      verdict: "holds",
    },
    {
      id: "ltm-splitting-is-easy",
      left: [accuracy("split7")],
      is: "at-least",
      right: accuracy("given7", { plus: -0.15 }),
      verdict: "holds",
    },
    {
      id: "ltm-comes-late",
      left: [accuracy("split7At1000"), accuracy("given7At1000")],
      is: "at-most",
      right: { value: 0.2 },
      verdict: "holds",
    },
    {
      // With the split given, only solving can go wrong.
      id: "ltm-given-is-easier",
      left: [accuracy("split7At1500")],
      is: "at-most",
      right: accuracy("given7At1500"),
      verdict: "holds",
    },
    {
      id: "ltm-costs-more",
      left: [{ run: "split7", of: "tokens" }],
      is: "at-least",
      right: { run: "steps7", of: "tokens", times: 1.5 },
      verdict: "holds",
    },
  ],
});
