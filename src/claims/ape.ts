import { accuracy } from "./asked";
import { defineClaims } from "./claim";
import { searches } from "./instruction-runs";
import type { PromptRun } from "./run";

const asked = {
  kind: "prompt",
  base: "strings-instructed",
  task: "hidden-instruction",
} as const satisfies PromptRun;
const phrases = { kind: "prompt", base: "reader-micro", task: "chain" } as const satisfies PromptRun;

const found = <const Of extends "human" | "firstGuess" | "bestProposal" | "searched" | "randomSearch">(
  run: "fivePairs" | "onePair",
  of: Of,
  plus = 0,
) => ({ run, of, plus }) as const;

/** Lesson 18: a model writes and chooses its own instruction (Zhou et al. 2022, APE, arXiv 2211.01910). */
export const apeClaims = defineClaims({
  lesson: "ape",
  runs: {
    fivePairs: searches,
    onePair: { ...searches, pairs: 1 },
    plain: { ...asked, variant: { trigger: "backwards next bracketed" } },
    nothing: asked,
    phrase: {
      kind: "search",
      base: "reader-micro",
      task: "chain",
      pairs: 16,
      length: 5,
      plan: { proposals: 24, keep: 6, perRound: 24 },
    },
    noPhrase: { ...phrases, variant: { length: 5 } },
    please: { ...phrases, variant: { trigger: "please", length: 5 } },
  },
  claims: [
    {
      id: "ape-best-of-fifty",
      left: [found("fivePairs", "bestProposal")],
      is: "at-least",
      right: found("fivePairs", "firstGuess", 0.7),
      verdict: "holds",
    },
    {
      id: "ape-human-stays-ahead",
      left: [found("fivePairs", "searched")],
      is: "at-most",
      right: found("fivePairs", "human"),
      verdict: "holds",
    },
    {
      id: "ape-human-writes-it",
      left: [{ run: "plain", of: "accuracy" }],
      is: "at-least",
      right: accuracy("nothing", { plus: 0.9 }),
      verdict: "holds",
    },
    {
      id: "ape-beats-random",
      left: [found("fivePairs", "searched")],
      is: "at-least",
      right: found("fivePairs", "randomSearch", 0.2),
      verdict: "holds",
    },
    {
      id: "ape-rounds-help-a-little",
      left: [found("fivePairs", "searched")],
      is: "at-least",
      right: found("fivePairs", "bestProposal"),
      verdict: "holds",
    },
    {
      id: "ape-one-pair",
      left: [found("onePair", "searched")],
      is: "at-most",
      right: found("fivePairs", "searched", -0.05),
      verdict: "holds",
    },
    {
      id: "ape-phrase",
      left: [{ run: "phrase", of: "searched" }],
      is: "at-least",
      right: accuracy("noPhrase", { plus: 0.6 }),
      verdict: "holds",
    },
    {
      id: "ape-phrase-as-good",
      left: [{ run: "phrase", of: "searched" }],
      is: "equals",
      within: 0.03,
      right: { run: "phrase", of: "human" },
      verdict: "holds",
    },
    {
      id: "ape-please",
      left: [accuracy("please")],
      is: "at-most",
      right: accuracy("noPhrase", { plus: 0.1 }),
      verdict: "holds",
    },
  ],
});
