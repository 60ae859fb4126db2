import { flanClaims } from "../../claims/flan";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "flan",
  minutes: 15,
  section: "§2.1.2.1",
  claims: flanClaims,
  words: { en, zh },
  steps: [
    {
      id: "cube",
      figure: { kind: "race", runs: ["tasks48"], panes: ["cube", "example"] },
      predict: {
        kind: "choice",
        options: ["none", "some", "all"],
        answer: (of) => {
          const score = of("tasks48", "score");
          return score >= 0.9 ? "all" : score >= 0.1 ? "some" : "none";
        },
      },
    },
    {
      id: "how-many",
      figure: { kind: "race", runs: ["tasks4", "tasks8", "tasks16", "tasks48"], panes: ["cube"] },
      predict: {
        kind: "choice",
        options: ["nothing", "half", "all"],
        answer: (of) => {
          const score = of("tasks8", "score");
          return score >= 0.8 ? "all" : score >= 0.3 ? "half" : "nothing";
        },
      },
    },
    {
      id: "no-words",
      figure: { kind: "race", runs: ["tasks48", "noInstruction"], panes: ["example"] },
      predict: {
        kind: "choice",
        options: ["same", "some", "none"],
        answer: (of) => {
          const score = of("noInstruction", "score");
          return score < 0.1 ? "none" : score < 0.9 ? "some" : "same";
        },
      },
    },
    { id: "wordings", figure: { kind: "race", runs: ["oneWording", "tasks48", "nineWordings"] } },
    { id: "forgetting", figure: { kind: "race", runs: ["tasks48", "replay"], panes: ["known"] } },
    { id: "no-base", figure: { kind: "race", runs: ["untrained"], panes: ["cube"] } },
    { id: "end", figure: { kind: "race", runs: ["tasks16"], panes: ["cube"] } },
  ],
};
