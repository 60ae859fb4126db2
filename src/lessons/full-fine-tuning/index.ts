import { fullFineTuningClaims } from "../../claims/full-fine-tuning";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

/** Of a hundred held-out questions: about 10, about 50, or more than 90 right. */
const outOfHundred = (score: number): "few" | "half" | "most" =>
  score >= 0.9 ? "most" : score >= 0.3 ? "half" : "few";

export const lesson: Lesson = {
  id: "full-fine-tuning",
  minutes: 14,
  section: "§1",
  claims: fullFineTuningClaims,
  words: { en, zh },
  steps: [
    {
      id: "every-number",
      figure: { kind: "race", runs: ["full"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["few", "half", "most"],
        answer: (of) => outOfHundred(of("full", "score")),
      },
    },
    {
      id: "new-skill",
      figure: { kind: "race", runs: ["newFull"], panes: ["questions"] },
      predict: { kind: "curve", run: "newFull" },
    },
    {
      id: "memory",
      figure: { kind: "race", runs: ["newFull", "newLora"], panes: ["memory"] },
      predict: {
        kind: "choice",
        options: ["same", "twice", "four"],
        // Parameters, gradients and two moments: four values for each parameter that is trained.
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
      id: "forget-less",
      figure: { kind: "race", runs: ["full", "lora"], panes: ["known"] },
      predict: {
        kind: "choice",
        options: ["full", "equal", "lora"],
        answer: (of) => {
          const lead = of("lora", "known") - of("full", "known");
          return Math.abs(lead) < 0.1 ? "equal" : lead > 0 ? "lora" : "full";
        },
      },
    },
    {
      id: "hot",
      figure: { kind: "race", runs: ["newFull", "cool"], panes: ["known"] },
      predict: {
        kind: "choice",
        options: ["slower", "better", "same"],
        answer: (of) => {
          if (of("cool", "known") < of("newFull", "known") + 0.1) return "same";
          return of("cool", "score") >= 0.9 * of("newFull", "score") ? "better" : "slower";
        },
      },
    },
    {
      id: "too-hot",
      figure: { kind: "race", runs: ["newFull", "hot"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["better", "same", "worse"],
        answer: (of) => {
          const lead = of("hot", "score") - of("newFull", "score");
          return Math.abs(lead) < 0.01 ? "same" : lead > 0 ? "better" : "worse";
        },
      },
    },
    {
      id: "few",
      figure: { kind: "race", runs: ["fewFull", "fewFullSlow"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["few", "half", "most"],
        answer: (of) => outOfHundred(Math.max(of("fewFull", "score"), of("fewFullSlow", "score"))),
      },
    },
    { id: "end", figure: { kind: "race", runs: ["full", "lora"], panes: ["known"] } },
  ],
};
