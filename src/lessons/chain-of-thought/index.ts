import { chainOfThoughtClaims } from "../../claims/chain-of-thought";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

const lengths = [1, 2, 3, 4, 5, 6, 7] as const;
/** Questions no longer than those of pretraining. */
const seen = lengths.slice(0, 5);
const runsOf = (way: "direct" | "steps", of: readonly number[]) => of.map((length) => `${way}${length}`);

export const lesson: Lesson = {
  id: "chain-of-thought",
  minutes: 14,
  section: "§2.2",
  claims: chainOfThoughtClaims,
  words: { en, zh },
  steps: [
    {
      id: "two-signs",
      figure: { kind: "prompt", runs: ["direct5", "steps5"], bench: "steps" },
      predict: {
        kind: "choice",
        options: ["none", "some", "most"],
        answer: (of) => {
          const gain = of("steps5", "accuracy") - of("direct5", "accuracy");
          return gain >= 0.5 ? "most" : gain >= 0.1 ? "some" : "none";
        },
      },
    },
    {
      id: "length",
      figure: {
        kind: "prompt",
        runs: [...runsOf("direct", lengths), ...runsOf("steps", lengths)],
        view: { kind: "curve", over: "length" },
      },
      predict: {
        kind: "choice",
        options: ["two", "four", "six"],
        // The first length at which most direct answers are wrong.
        answer: (of) => {
          const first = lengths.find((length) => of(`direct${length}`, "accuracy") < 0.5) ?? Infinity;
          return first <= 2 ? "two" : first <= 5 ? "four" : "six";
        },
      },
    },
    {
      id: "dots",
      figure: { kind: "prompt", runs: ["direct5", "filler5", "steps5"] },
      predict: {
        kind: "choice",
        options: ["all", "part", "nothing"],
        // What the dots bring of the gain that steps bring.
        answer: (of) => {
          const direct = of("direct5", "accuracy");
          const part = (of("filler5", "accuracy") - direct) / (of("steps5", "accuracy") - direct);
          return part >= 0.75 ? "all" : part >= 0.15 ? "part" : "nothing";
        },
      },
    },
    {
      id: "wrong-step",
      figure: { kind: "prompt", runs: ["wrongFollowed", "wrongRight"], bench: "steps" },
      predict: {
        kind: "choice",
        options: ["repairs", "follows", "neither"],
        answer: (of) => {
          if (of("wrongRight", "accuracy") >= 0.5) return "repairs";
          return of("wrongFollowed", "accuracy") >= 0.5 ? "follows" : "neither";
        },
      },
    },
    {
      id: "small",
      figure: { kind: "prompt", runs: ["tinyDirect5", "tinySteps5", "nanoSteps5", "steps5", "early5"] },
      predict: {
        kind: "choice",
        options: ["helps", "same"],
        answer: (of) =>
          of("tinySteps5", "accuracy") - of("tinyDirect5", "accuracy") > 0.1 ? "helps" : "same",
      },
    },
    {
      id: "end",
      figure: {
        kind: "prompt",
        runs: [...runsOf("direct", seen), ...runsOf("steps", seen)],
        view: { kind: "curve", over: "tokens" },
      },
    },
  ],
};
