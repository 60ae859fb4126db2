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
      id: "one-layer",
      figure: { kind: "race", runs: ["promptLong", "one"] },
      predict: {
        kind: "choice",
        options: ["input", "equal", "top"],
        answer: (of) => {
          const share = of("one", "heldOutLoss") / of("promptLong", "heldOutLoss");
          return share < 0.95 ? "top" : share > 1.05 ? "input" : "equal";
        },
      },
    },
    {
      id: "depth",
      figure: { kind: "race", runs: ["newOne", "newOneLong", "newAll"] },
      predict: {
        kind: "choice",
        options: ["count", "depth"],
        answer: (of) => (of("newOneLong", "score") > 0.8 * of("newAll", "score") ? "count" : "depth"),
      },
    },
    { id: "same-as-prefix", figure: { kind: "race", runs: ["prefix", "all"] } },
    { id: "which-is-which", figure: { kind: "race", runs: ["prompt", "all"], panes: ["block"] } },
    { id: "share", figure: { kind: "race", runs: ["newFull", "newAll", "newProjected"] } },
    { id: "end", figure: { kind: "race", runs: ["full", "all"], panes: ["known"] } },
  ],
};
