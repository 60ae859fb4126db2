import { selfConsistencyClaims } from "../../claims/self-consistency";
import type { Lesson, Measured } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

/** How much more of the questions are right under one run than under another. */
const gain = (of: Measured, run: string, over: string): number => of(run, "accuracy") - of(over, "accuracy");

export const lesson: Lesson = {
  id: "self-consistency",
  minutes: 12,
  section: "§2.2",
  claims: selfConsistencyClaims,
  words: { en, zh },
  steps: [
    {
      id: "vote",
      figure: {
        kind: "prompt",
        runs: ["one", "three", "nine", "twentyFive"],
        view: { kind: "curve", over: "votes" },
        bench: "votes",
      },
      predict: {
        kind: "choice",
        options: ["same", "some", "most"],
        // What the vote repairs of the wrong answers.
        answer: (of) => {
          const repaired = gain(of, "twentyFive", "one") / (1 - of("one", "accuracy"));
          return repaired >= 0.75 ? "most" : repaired >= 0.2 ? "some" : "same";
        },
      },
    },
    {
      id: "greedy",
      figure: { kind: "prompt", runs: ["greedy", "one", "twentyFive"] },
      predict: {
        kind: "choice",
        options: ["vote", "greedy", "tie"],
        answer: (of) => {
          const more = gain(of, "twentyFive", "greedy");
          return Math.abs(more) < 0.05 ? "tie" : more > 0 ? "vote" : "greedy";
        },
      },
    },
    {
      id: "one-route",
      figure: { kind: "prompt", runs: ["chainGreedy", "chainOne", "chainTwentyFive"] },
      predict: {
        kind: "choice",
        options: ["beats", "no"],
        answer: (of) => (gain(of, "chainTwentyFive", "chainGreedy") > 0.05 ? "beats" : "no"),
      },
    },
    {
      id: "below-half",
      figure: { kind: "prompt", runs: ["sixOne", "sixTwentyFive", "longOne", "longTwentyFive"] },
      predict: {
        kind: "choice",
        options: ["up", "same", "down"],
        answer: (of) => {
          const more = gain(of, "sixTwentyFive", "sixOne");
          return Math.abs(more) < 0.05 ? "same" : more > 0 ? "up" : "down";
        },
      },
    },
    {
      id: "end",
      figure: { kind: "prompt", runs: ["directTwentyFive", "greedy", "twentyFive"] },
    },
  ],
};
