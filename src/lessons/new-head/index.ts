import { newHeadClaims } from "../../claims/new-head";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

/** Of a hundred held-out questions: fewer than 20, about half, or more than 80 right. */
const outOfHundred = (score: number): "few" | "half" | "most" =>
  score > 0.8 ? "most" : score >= 0.2 ? "half" : "few";

export const lesson: Lesson = {
  id: "new-head",
  minutes: 12,
  section: "§1",
  claims: newHeadClaims,
  words: { en, zh },
  steps: [
    {
      id: "on-top",
      figure: { kind: "race", runs: ["kindsFull", "kindsHead"], panes: ["questions"] },
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
    {
      id: "features",
      figure: { kind: "race", runs: ["kindsHead"], panes: ["block"] },
      predict: {
        kind: "choice",
        options: ["hundreds", "thousands", "more"],
        answer: (of) => {
          const trained = of("kindsHead", "trained");
          return trained < 1000 ? "hundreds" : trained < 10_000 ? "thousands" : "more";
        },
      },
    },
    {
      id: "untrained",
      figure: { kind: "race", runs: ["kindsRaw"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["guessing", "between", "same"],
        answer: (of) => {
          if (of("kindsRaw", "score") < 0.3) return "guessing";
          return of("kindsRaw", "score") >= 0.97 * of("kindsHead", "score") ? "same" : "between";
        },
      },
    },
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
    {
      id: "mlp-head",
      figure: { kind: "race", runs: ["moodHead", "moodBent"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["better", "not"],
        answer: (of) => (of("moodBent", "score") > of("moodHead", "score") + 0.02 ? "better" : "not"),
      },
    },
    {
      id: "generating",
      figure: { kind: "race", runs: ["newFull", "newHead"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["few", "half", "most"],
        answer: (of) => outOfHundred(of("newHead", "score")),
      },
    },
    {
      id: "old-skill",
      figure: { kind: "race", runs: ["pastHead"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["few", "half", "most"],
        answer: (of) => outOfHundred(of("pastHead", "score")),
      },
    },
    { id: "end", figure: { kind: "race", runs: ["kindsFull", "kindsHead"], panes: ["questions"] } },
  ],
};
