import { pTuningV2Claims } from "../../claims/p-tuning-v2";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "p-tuning-v2",
  minutes: 10,
  section: "§1.3",
  claims: pTuningV2Claims,
  words: { en, zh },
  steps: [
    {
      id: "every-layer",
      figure: { kind: "race", runs: ["full", "prompt", "all"], panes: ["block"] },
      predict: { kind: "order", runs: ["full", "prompt", "all"], by: "score" },
    },
    {
      id: "depth",
      figure: { kind: "race", runs: ["newOne", "newAll"] },
      predict: {
        kind: "choice",
        options: ["same", "deeper", "shallower"],
        answer: (of) => {
          const gain = of("newAll", "score") - of("newOne", "score");
          return gain > 0.03 ? "deeper" : gain < -0.03 ? "shallower" : "same";
        },
      },
    },
    { id: "same-as-prefix", figure: { kind: "race", runs: ["prefix", "all"] } },
    { id: "which-is-which", figure: { kind: "race", runs: ["prompt", "all"], panes: ["block"] } },
    { id: "share", figure: { kind: "race", runs: ["newFull", "newAll", "newPrompt"] } },
    { id: "end", figure: { kind: "race", runs: ["full", "all"], panes: ["known"] } },
  ],
};
