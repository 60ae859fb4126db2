import { stepByStepClaims } from "../../claims/step-by-step";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "step-by-step",
  minutes: 12,
  section: "§2.2",
  claims: stepByStepClaims,
  words: { en, zh },
  steps: [
    {
      id: "two-words",
      figure: { kind: "prompt", runs: ["none", "thinkStep"], bench: "phrase" },
      predict: {
        kind: "choice",
        options: ["nothing", "some", "most"],
        answer: (of) => {
          const gain = of("thinkStep", "accuracy") - of("none", "accuracy");
          return gain >= 0.5 ? "most" : gain >= 0.1 ? "some" : "nothing";
        },
      },
    },
    {
      id: "which-words",
      figure: { kind: "prompt", runs: ["please", "justAnswerQuickly", "workCarefully", "guess"] },
      predict: {
        kind: "choice",
        options: ["please", "justAnswerQuickly", "workCarefully", "guess"],
        answer: (of) => {
          const phrases = ["please", "justAnswerQuickly", "workCarefully", "guess"];
          const best = Math.max(...phrases.map((phrase) => of(phrase, "accuracy")));
          return phrases.find((phrase) => of(phrase, "accuracy") === best) ?? "none";
        },
      },
    },
    {
      id: "sampled",
      figure: { kind: "prompt", runs: ["none", "noneSampled", "thinkStepSampled", "guessSampled"] },
      predict: {
        kind: "choice",
        options: ["better", "same", "worse"],
        answer: (of) => {
          const change = of("noneSampled", "accuracy") - of("none", "accuracy");
          return Math.abs(change) < 0.05 ? "same" : change > 0 ? "better" : "worse";
        },
      },
    },
    {
      id: "four-words",
      figure: { kind: "prompt", runs: ["thinkStep", "threeWords", "fourWords", "letUsThinkStep"] },
      predict: {
        kind: "choice",
        options: ["better", "same", "worse"],
        answer: (of) => {
          const change = of("letUsThinkStep", "accuracy") - of("thinkStep", "accuracy");
          return Math.abs(change) < 0.05 ? "same" : change > 0 ? "better" : "worse";
        },
      },
    },
    {
      id: "end",
      figure: {
        kind: "prompt",
        runs: [
          ...["none", "guess", "justAnswerQuickly", "please", "workCarefully"],
          ...["thinkStep", "threeWords", "fourWords", "letUsThinkStep"],
        ],
        bench: "phrase",
      },
    },
  ],
};
