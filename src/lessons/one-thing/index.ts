import { oneThingClaims } from "../../claims/one-thing";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

/** Whose base is asked in the steps where nothing is trained. */
const run = "many";

export const lesson: Lesson = {
  id: "one-thing",
  minutes: 5,
  section: "§1",
  claims: oneThingClaims,
  words: { en, zh },
  steps: [
    { id: "tokens", figure: { kind: "basics", part: "tokens", run } },
    { id: "guess", figure: { kind: "basics", part: "guess", run } },
    { id: "surprise", figure: { kind: "basics", part: "surprise", run } },
    { id: "one-step", figure: { kind: "basics", part: "step", run } },
    {
      id: "by-heart",
      figure: { kind: "race", runs: ["list"], panes: ["questions"], withTraining: true },
      predict: {
        kind: "choice",
        options: ["few", "half", "most"],
        answer: (of) => {
          const score = of("list", "score");
          return score >= 0.85 ? "most" : score >= 0.3 ? "half" : "few";
        },
      },
    },
    {
      id: "more",
      figure: { kind: "race", runs: ["list", "many"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["fewer", "same", "more"],
        answer: (of) => {
          const lead = of("many", "score") - of("list", "score");
          return Math.abs(lead) < 0.1 ? "same" : lead > 0 ? "more" : "fewer";
        },
      },
    },
    { id: "end", figure: { kind: "race", runs: ["list", "many"] } },
  ],
};
