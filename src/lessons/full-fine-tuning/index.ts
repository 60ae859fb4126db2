import { fullFineTuningClaims } from "../../claims/full-fine-tuning";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "full-fine-tuning",
  minutes: 10,
  section: "§1",
  claims: fullFineTuningClaims,
  words: { en, zh },
  steps: [
    {
      id: "every-number",
      figure: { kind: "race", runs: ["full"], panes: ["questions"] },
      predict: { kind: "curve", run: "full" },
    },
    { id: "new-skill", figure: { kind: "race", runs: ["newFull"], panes: ["questions"] } },
    {
      id: "memory",
      figure: { kind: "race", runs: ["newFull", "newLora"], panes: ["memory"] },
      predict: {
        kind: "choice",
        options: ["same", "twice", "four"],
        // Weights, gradients and two moments: four numbers for each that is trained.
        answer: (of) => {
          const held = 4 * of("newFull", "trained");
          const used = of("newFull", "kept");
          return held / used >= 3.5 ? "four" : held / used >= 1.5 ? "twice" : "same";
        },
      },
    },
    {
      id: "forgetting",
      figure: { kind: "race", runs: ["newFull"], panes: ["known"] },
      predict: {
        kind: "choice",
        options: ["keeps", "some", "most"],
        answer: (of) => {
          const kept = of("newFull", "known") / of("newFull", "knownBefore");
          return kept >= 0.95 ? "keeps" : kept >= 0.5 ? "some" : "most";
        },
      },
    },
    {
      id: "hot",
      figure: { kind: "race", runs: ["newFull", "cool", "hot"], panes: ["known"] },
      predict: {
        kind: "choice",
        options: ["slower", "better", "same"],
        answer: (of) => {
          if (of("cool", "known") < of("newFull", "known") + 0.1) return "same";
          return of("cool", "score") >= 0.9 * of("newFull", "score") ? "better" : "slower";
        },
      },
    },
    { id: "end", figure: { kind: "race", runs: ["newFull", "newLora"], panes: ["known"] } },
  ],
};
