import { promptOrInstructionClaims } from "../../claims/prompt-or-instruction";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "prompt-or-instruction",
  minutes: 12,
  section: "§2.1",
  claims: promptOrInstructionClaims,
  words: { en, zh },
  steps: [
    {
      id: "one-task",
      figure: { kind: "race", runs: ["softOne", "fullOne"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["soft", "same", "full"],
        answer: (of) => {
          const lead = of("fullOne", "score") - of("softOne", "score");
          return lead > 0.03 ? "full" : lead < -0.03 ? "soft" : "same";
        },
      },
    },
    {
      id: "many-tasks",
      figure: { kind: "race", runs: ["softMany", "fullMany"] },
      predict: {
        kind: "choice",
        options: ["soft", "same", "full"],
        answer: (of) => {
          const lead = of("fullMany", "score") - of("softMany", "score");
          return lead > 0.03 ? "full" : lead < -0.03 ? "soft" : "same";
        },
      },
    },
    { id: "table", figure: { kind: "race", runs: ["softOne"], panes: ["two-by-two"] } },
    { id: "price", figure: { kind: "race", runs: ["softOne", "fullOne"], panes: ["memory", "known"] } },
    { id: "end", figure: { kind: "race", runs: ["softMany"], panes: ["two-by-two"] } },
  ],
};
