import { preferencesClaims } from "../../claims/preferences";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "preferences",
  minutes: 15,
  section: "§2.1.2.3",
  claims: preferencesClaims,
  words: { en, zh },
  steps: [
    { id: "choose", figure: { kind: "preferences", parts: ["desk"] } },
    {
      id: "few-clicks",
      figure: { kind: "preferences", parts: ["desk", "reward"] },
      predict: {
        kind: "choice",
        options: ["coin", "most", "nearly-all"],
        answer: (of) => {
          const pairs = of("dog16", "pairs");
          return pairs < 0.6 ? "coin" : pairs < 0.95 ? "most" : "nearly-all";
        },
      },
    },
    {
      id: "mixed",
      figure: { kind: "preferences", parts: ["desk", "reward"] },
      predict: {
        kind: "choice",
        options: ["same", "more"],
        answer: (of) => (of("cheerful300", "pairs") - of("cheerful16", "pairs") < 0.05 ? "same" : "more"),
      },
    },
    {
      id: "head",
      figure: { kind: "preferences", parts: ["desk", "reward"] },
      predict: {
        kind: "choice",
        options: ["words", "same", "head"],
        answer: (of) => {
          const ahead = of("cheerful300", "pairs") - of("head300", "pairs");
          return ahead > 0.02 ? "words" : ahead < -0.02 ? "head" : "same";
        },
      },
    },
    {
      id: "control",
      figure: { kind: "preferences", parts: ["desk", "reward"] },
      predict: {
        kind: "choice",
        options: ["half", "most"],
        answer: (of) => (of("shuffled", "pairs") < 0.62 ? "half" : "most"),
      },
    },
    { id: "end", figure: { kind: "preferences", parts: ["reward"] } },
  ],
};
