import { newHeadClaims } from "../../claims/new-head";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "new-head",
  minutes: 10,
  section: "§1",
  claims: newHeadClaims,
  words: { en, zh },
  steps: [
    {
      id: "on-top",
      figure: { kind: "race", runs: ["kindsFull", "kindsHead"], panes: ["block"] },
      predict: {
        kind: "choice",
        options: ["guessing", "between", "full"],
        // Four classes: a guess is right one time in four.
        answer: (of) => {
          if (of("kindsHead", "score") < 0.4) return "guessing";
          return of("kindsHead", "score") >= 0.97 * of("kindsFull", "score") ? "full" : "between";
        },
      },
    },
    { id: "features", figure: { kind: "race", runs: ["kindsHead"], panes: ["questions"] } },
    { id: "untrained", figure: { kind: "race", runs: ["kindsRaw"] } },
    {
      id: "mood",
      figure: { kind: "race", runs: ["moodFull", "moodHead"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["coin", "between", "full"],
        // Two classes: a coin is right one time in two.
        answer: (of) => {
          if (of("moodHead", "score") < 2 / 3) return "coin";
          return of("moodHead", "score") >= 0.97 * of("moodFull", "score") ? "full" : "between";
        },
      },
    },
    { id: "generating", figure: { kind: "race", runs: ["newFull", "newHead"], panes: ["questions"] } },
    { id: "end", figure: { kind: "race", runs: ["kindsFull", "kindsHead"] } },
  ],
};
