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
      predict: { kind: "curve", run: "prompt" },
    },
    {
      id: "start",
      figure: { kind: "race", runs: ["prompt", "long"] },
      predict: {
        kind: "choice",
        options: ["same", "behind"],
        answer: (of) => (of("long", "heldOutLoss") > 1.5 * of("prompt", "heldOutLoss") ? "behind" : "same"),
      },
    },
    { id: "real-words", figure: { kind: "race", runs: ["prompt"], panes: ["questions"] } },
    { id: "encoder", figure: { kind: "race", runs: ["prompt", "pTuning", "lstm"], panes: ["memory"] } },
    {
      id: "frozen-or-not",
      figure: { kind: "race", runs: ["newPrompt", "newPTuning", "newUnfrozen"] },
      predict: {
        kind: "choice",
        options: ["little", "half", "nearly-all"],
        answer: (of) => {
          const gain = of("newUnfrozen", "score") - of("newPTuning", "score");
          return gain > 0.8 ? "nearly-all" : gain > 0.1 ? "half" : "little";
        },
      },
    },
    { id: "scale", figure: { kind: "race", runs: ["newFull", "newPrompt"] } },
    { id: "end", figure: { kind: "race", runs: ["full", "prompt", "pTuning"] } },
  ],
};
