import { inContextClaims } from "../../claims/in-context";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "in-context",
  minutes: 12,
  section: "§2.2",
  claims: inContextClaims,
  words: { en, zh },
  steps: [
    {
      id: "shown",
      figure: { kind: "prompt", runs: ["none", "one", "gold"] },
      predict: {
        kind: "choice",
        options: ["none", "one", "all"],
        answer: (of) => {
          const enough = of("gold", "accuracy") - 0.05;
          if (of("none", "accuracy") >= enough) return "none";
          return of("one", "accuracy") >= enough ? "one" : "all";
        },
      },
    },
    {
      id: "random",
      figure: { kind: "prompt", runs: ["none", "random", "gold"], bench: "labels" },
      predict: {
        kind: "choice",
        options: ["lost", "half", "kept"],
        // What is left of the gain that right labels bring.
        answer: (of) => {
          const none = of("none", "accuracy");
          const left = (of("random", "accuracy") - none) / (of("gold", "accuracy") - none);
          return left >= 0.67 ? "kept" : left >= 0.33 ? "half" : "lost";
        },
      },
    },
    {
      id: "parts",
      figure: { kind: "prompt", runs: ["gold", "foreign", "labelsOnly", "inputsOnly", "words"] },
      predict: {
        kind: "choice",
        options: ["foreign", "inputs", "labels"],
        answer: (of) => {
          const left = {
            foreign: of("foreign", "accuracy"),
            inputs: of("labelsOnly", "accuracy"),
            labels: of("inputsOnly", "accuracy"),
          };
          const least = Math.min(left.foreign, left.inputs, left.labels);
          return least === left.labels ? "labels" : least === left.inputs ? "inputs" : "foreign";
        },
      },
    },
    {
      id: "from-pretraining",
      figure: { kind: "prompt", runs: ["untrained", "early", "gold"] },
      predict: {
        kind: "choice",
        options: ["untrained", "early", "late"],
        answer: (of) => {
          const whole = of("gold", "accuracy") - 0.05;
          if (of("untrained", "accuracy") >= whole) return "untrained";
          return of("early", "accuracy") >= whole ? "early" : "late";
        },
      },
    },
    {
      id: "all-wrong",
      figure: { kind: "prompt", runs: ["gold", "random", "flipped"] },
      predict: {
        kind: "choice",
        options: ["kept", "half", "gone"],
        answer: (of) => {
          const right = of("flipped", "accuracy");
          return right >= 0.75 ? "kept" : right >= 0.25 ? "half" : "gone";
        },
      },
    },
    {
      id: "end",
      figure: { kind: "prompt", runs: ["none", "foreignRandom", "random", "gold"] },
    },
  ],
};
