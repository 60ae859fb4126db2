import { softPromptClaims } from "../../claims/soft-prompt";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "soft-prompt",
  minutes: 12,
  section: "§2.1",
  claims: softPromptClaims,
  words: { en, zh },
  steps: [
    {
      id: "one-vector",
      figure: { kind: "race", runs: ["soft302"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["nothing", "half", "all"],
        answer: (of) => {
          const score = of("soft302", "score");
          return score >= 0.9 ? "all" : score >= 0.2 ? "half" : "nothing";
        },
      },
    },
    {
      id: "read-it",
      figure: { kind: "race", runs: ["soft230"], panes: ["nearest"] },
      predict: {
        kind: "choice",
        options: ["words", "code", "nothing"],
        answer: (of) => (of("soft230", "nearestIsOwn") > 0.5 ? "code" : "nothing"),
      },
    },
    { id: "stuck", figure: { kind: "race", runs: ["soft113"], panes: ["nearest"] } },
    { id: "without-base", figure: { kind: "race", runs: ["untrained113"] } },
    {
      id: "everything",
      figure: { kind: "race", runs: ["soft113", "full113"], panes: ["known", "block"] },
      predict: {
        kind: "choice",
        options: ["both", "full", "soft"],
        answer: (of) => {
          const [soft, full] = [of("soft113", "known"), of("full113", "known")];
          return Math.max(soft, full) < 0.5 ? "both" : full < soft ? "full" : "soft";
        },
      },
    },
    { id: "end", figure: { kind: "race", runs: ["soft302"], panes: ["nearest"] } },
  ],
};
