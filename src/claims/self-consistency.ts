import { accuracy } from "./asked";
import { defineClaims } from "./claim";
import type { PromptRun } from "./run";

const sum = { kind: "prompt", base: "reader-micro", task: "sum" } as const satisfies PromptRun;
/** For every seed of pretraining the first snapshot at which a single try gets more than half of the sums right. */
const half = { ...sum, from: { step: 1500 } } as const;
const asked = { trigger: ":", length: 5 } as const;
const votes = (samples: number) => ({ ...asked, temperature: 1, samples, vote: samples > 1 }) as const;

/** Lesson 15: several answers, then a vote (Wang et al. 2022, arXiv 2203.11171, table 2 and figure 2). */
export const selfConsistencyClaims = defineClaims({
  lesson: "self-consistency",
  runs: {
    greedy: { ...half, variant: asked },
    one: { ...half, variant: votes(1) },
    three: { ...half, variant: votes(3) },
    nine: { ...half, variant: votes(9) },
    twentyFive: { ...half, variant: votes(25) },
    chainGreedy: { ...half, task: "chain", variant: asked },
    chainOne: { ...half, task: "chain", variant: votes(1) },
    chainTwentyFive: { ...half, task: "chain", variant: votes(25) },
    sixOne: { ...half, variant: { ...votes(1), length: 6 } },
    sixTwentyFive: { ...half, variant: { ...votes(25), length: 6 } },
    longOne: { ...half, variant: { ...votes(1), length: 7 } },
    longTwentyFive: { ...half, variant: { ...votes(25), length: 7 } },
    directTwentyFive: { ...half, variant: { ...votes(25), trigger: "=" } },
  },
  claims: [
    {
      id: "vote-beats-one",
      left: [accuracy("twentyFive"), accuracy("nine")],
      is: "at-least",
      right: accuracy("one", { plus: 0.1 }),
      verdict: "holds",
    },
    {
      id: "vote-beats-greedy",
      left: [accuracy("twentyFive")],
      is: "at-least",
      right: accuracy("greedy", { plus: 0.1 }),
      verdict: "holds",
    },
    {
      id: "vote-grows",
      left: [accuracy("twentyFive")],
      is: "at-least",
      right: accuracy("three"),
      verdict: "holds",
    },
    {
      id: "vote-not-on-one-route",
      left: [accuracy("chainTwentyFive")],
      is: "at-most",
      right: accuracy("chainGreedy", { plus: 0.05 }),
      verdict: "holds",
    },
    {
      // A vote among ten digits needs no majority: the right one only has to be the commonest.
      id: "vote-below-half-rises",
      left: [accuracy("sixTwentyFive")],
      is: "at-least",
      right: accuracy("sixOne", { plus: 0.1 }),
      verdict: "holds",
    },
    {
      id: "vote-below-half",
      left: [accuracy("sixOne")],
      is: "at-most",
      right: { value: 0.5 },
      verdict: "holds",
    },
    {
      id: "vote-direct-chance",
      left: [accuracy("directTwentyFive")],
      is: "at-most",
      right: { value: 0.2 },
      verdict: "holds",
    },
    {
      id: "vote-costs",
      left: [{ run: "twentyFive", of: "tokens" }],
      is: "at-least",
      right: { run: "one", of: "tokens", times: 20 },
      verdict: "holds",
    },
    {
      id: "vote-not-below-half",
      left: [accuracy("longTwentyFive")],
      is: "at-most",
      right: accuracy("longOne", { plus: 0.05 }),
      verdict: "holds",
    },
  ],
});
