import { pTuningV2Claims } from "../../claims/p-tuning-v2";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "p-tuning-v2",
  minutes: 12,
  section: "§1.3",
  claims: pTuningV2Claims,
  words: { en, zh },
  steps: [
    {
      id: "every-layer",
      figure: { kind: "race", runs: ["full", "prompt", "all"], panes: ["questions"] },
      predict: { kind: "order", runs: ["full", "prompt", "all"], by: "score" },
    },
    {
      id: "one-layer",
      figure: { kind: "race", runs: ["promptLong", "one"] },
      predict: {
        kind: "choice",
        options: ["input", "equal", "top"],
        answer: (of) => {
          const gain = of("one", "score") - of("promptLong", "score");
          return gain > 0.02 ? "top" : gain < -0.02 ? "input" : "equal";
        },
      },
    },
    {
      id: "depth",
      figure: { kind: "race", runs: ["newOne", "newOneLong", "newAll"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["count", "depth"],
        answer: (of) => (of("newOneLong", "score") > 0.8 * of("newAll", "score") ? "count" : "depth"),
      },
    },
    {
      id: "same-as-prefix",
      figure: { kind: "race", runs: ["prefix", "all"] },
      predict: {
        kind: "choice",
        options: ["ahead", "same", "behind"],
        answer: (of) => {
          const gap = of("prefix", "heldOutLoss") - of("all", "heldOutLoss");
          return gap > 0.001 ? "ahead" : gap < -0.001 ? "behind" : "same";
        },
      },
    },
    { id: "which-is-which", figure: { kind: "race", runs: ["prompt", "all"], panes: ["block"] } },
    { id: "share", figure: { kind: "race", runs: ["prompt", "all"], panes: ["memory"] } },
    {
      id: "not-full",
      figure: { kind: "race", runs: ["newFull", "newAll", "newProjected"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["helps", "same", "hurts"],
        answer: (of) => {
          const gain = of("newProjected", "score") - of("newAll", "score");
          return gain > 0.05 ? "helps" : gain < -0.05 ? "hurts" : "same";
        },
      },
    },
    {
      id: "hidden",
      figure: { kind: "race", runs: ["full", "all"], panes: ["known"] },
      predict: {
        kind: "choice",
        options: ["most", "half", "little"],
        answer: (of) => {
          const left = of("all", "known") / of("all", "knownBefore");
          return left > 2 / 3 ? "most" : left > 1 / 3 ? "half" : "little";
        },
      },
    },
    { id: "end", figure: { kind: "race", runs: ["full", "prompt", "all"] } },
  ],
};
