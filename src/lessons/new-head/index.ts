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
      predict: { kind: "order", runs: ["moodHead", "moodFull"], by: "score" },
    },
    { id: "generating", figure: { kind: "race", runs: ["newFull", "newHead"], panes: ["questions"] } },
    { id: "end", figure: { kind: "race", runs: ["kindsFull", "kindsHead"] } },
  ],
};
