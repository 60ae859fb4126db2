import { promptTuningClaims } from "../../claims/prompt-tuning";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "prompt-tuning",
  minutes: 12,
  section: "§1.3",
  claims: promptTuningClaims,
  words: { en, zh },
  steps: [
    {
      id: "soft-words",
      figure: { kind: "race", runs: ["full", "prompt"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["few", "some", "most"],
        answer: (of) => {
          const score = of("prompt", "score");
          return score > 0.9 ? "most" : score >= 0.5 ? "some" : "few";
        },
      },
    },
    {
      id: "start",
      figure: { kind: "race", runs: ["prompt", "usual", "long"] },
      predict: {
        kind: "choice",
        options: ["tokens", "same", "large"],
        answer: (of) => {
          const times = of("long", "heldOutLoss") / of("prompt", "heldOutLoss");
          return times > 1.5 ? "large" : times < 1 / 1.5 ? "tokens" : "same";
        },
      },
    },
    { id: "real-words", figure: { kind: "race", runs: ["prompt"], panes: ["questions"] } },
    {
      id: "encoder",
      figure: { kind: "race", runs: ["prompt", "pTuning", "lstm"], panes: ["memory"] },
      predict: {
        kind: "choice",
        options: ["helps", "same", "hurts"],
        answer: (of) => {
          const gain = Math.max(of("pTuning", "score"), of("lstm", "score")) - of("prompt", "score");
          return gain > 0.02 ? "helps" : gain < -0.02 ? "hurts" : "same";
        },
      },
    },
    {
      id: "frozen-or-not",
      figure: { kind: "race", runs: ["newPrompt", "newPTuning", "newUnfrozen"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["little", "half", "nearly-all"],
        answer: (of) => {
          const gain = of("newUnfrozen", "score") - of("newPTuning", "score");
          return gain > 0.8 ? "nearly-all" : gain > 0.1 ? "half" : "little";
        },
      },
    },
    {
      id: "scale",
      figure: { kind: "race", runs: ["newPrompt", "newLong", "newFull"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["few", "half", "most"],
        answer: (of) => {
          const score = of("newLong", "score");
          return score > 0.9 ? "most" : score >= 0.1 ? "half" : "few";
        },
      },
    },
    { id: "end", figure: { kind: "race", runs: ["full", "prompt", "pTuning"] } },
  ],
};
