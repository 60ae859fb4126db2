import { wakingClaims } from "../../claims/waking";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "waking",
  minutes: 12,
  section: "§2.1.3",
  claims: wakingClaims,
  words: { en, zh },
  steps: [
    {
      id: "eight-words",
      figure: { kind: "race", runs: ["full", "lora", "prompt"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["nothing", "half", "all"],
        answer: (of) => {
          const share = of("prompt", "score") / of("full", "score");
          return share >= 0.9 ? "all" : share >= 0.3 ? "half" : "nothing";
        },
      },
    },
    {
      id: "untrained",
      figure: { kind: "race", runs: ["rawFull", "rawLora"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["later", "full-only", "neither"],
        answer: (of) => {
          if (of("rawLora", "score") >= 0.9) return "later";
          return of("rawFull", "score") >= 0.9 ? "full-only" : "neither";
        },
      },
    },
    {
      id: "new-skill",
      figure: { kind: "race", runs: ["newFull", "newLora", "newPrompt"], panes: ["questions"] },
      predict: { kind: "order", runs: ["newFull", "newLora", "newPrompt"], by: "score" },
    },
    {
      id: "from-nothing",
      figure: { kind: "race", runs: ["newRawFull", "newRawLora"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["both", "full-only", "neither"],
        answer: (of) => {
          if (of("newRawLora", "score") >= 0.9) return "both";
          return of("newRawFull", "score") >= 0.9 ? "full-only" : "neither";
        },
      },
    },
    {
      id: "steering",
      figure: { kind: "race", runs: ["ingLora", "ingPrompt"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["nothing", "between", "all"],
        answer: (of) => {
          const share = of("ingPrompt", "score") / of("ingLora", "score");
          return share >= 0.95 ? "all" : share >= 0.5 ? "between" : "nothing";
        },
      },
    },
    {
      id: "before-training",
      figure: { kind: "race", runs: ["lora"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["yes", "no"],
        answer: (of) => {
          const middle = of("ingLora", "firstLoss");
          return of("lora", "firstLoss") < middle && middle < of("newLora", "firstLoss") ? "yes" : "no";
        },
      },
    },
    { id: "end", figure: { kind: "race", runs: ["full", "lora", "prompt"], panes: ["questions"] } },
  ],
};
