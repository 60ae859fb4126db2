import { t0Claims } from "../../claims/t0";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "t0",
  minutes: 12,
  section: "§2.1.2.2",
  claims: t0Claims,
  words: { en, zh },
  steps: [
    {
      id: "two-stacks",
      figure: { kind: "race", runs: ["pair48"], panes: ["cube", "example"] },
      predict: {
        kind: "choice",
        options: ["none", "some", "most"],
        answer: (of) => {
          const score = of("pair48", "score");
          return score >= 0.8 ? "most" : score >= 0.1 ? "some" : "none";
        },
      },
    },
    {
      id: "fewer-tasks",
      figure: { kind: "race", runs: ["pair8", "pair48"], panes: ["cube"] },
      predict: {
        kind: "choice",
        options: ["little", "half", "most"],
        answer: (of) => {
          const score = of("pair8", "score");
          return score >= 0.7 ? "most" : score >= 0.35 ? "half" : "little";
        },
      },
    },
    { id: "side-by-side", figure: { kind: "race", runs: ["decoder8", "decoder48"], panes: ["block"] } },
    { id: "same-size", figure: { kind: "race", runs: ["large8", "large48"], panes: ["cube"] } },
    { id: "longer", figure: { kind: "race", runs: ["longer"], panes: ["cube"] } },
    { id: "one-model", figure: { kind: "race", runs: ["pair48"], panes: ["known"] } },
    { id: "end", figure: { kind: "race", runs: ["pair48"], panes: ["cube"] } },
  ],
};
