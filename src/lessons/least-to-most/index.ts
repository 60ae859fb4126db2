import { leastToMostClaims } from "../../claims/least-to-most";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

const steps = ["steps4", "steps5", "steps6", "steps7"] as const;

export const lesson: Lesson = {
  id: "least-to-most",
  minutes: 12,
  section: "§2.2",
  claims: leastToMostClaims,
  words: { en, zh },
  steps: [
    {
      id: "too-long",
      figure: { kind: "prompt", runs: steps, view: { kind: "curve", over: "length" } },
      predict: {
        kind: "choice",
        options: ["all", "half", "none"],
        answer: (of) => {
          const right = of("steps6", "accuracy");
          return right >= 0.75 ? "all" : right >= 0.25 ? "half" : "none";
        },
      },
    },
    {
      id: "you-split",
      figure: { kind: "prompt", runs: ["steps7", "given4", "given6", "given7"], bench: "split" },
      predict: {
        kind: "choice",
        options: ["nearly-all", "half", "none"],
        answer: (of) => {
          const right = of("given7", "accuracy");
          return right >= 0.75 ? "nearly-all" : right >= 0.25 ? "half" : "none";
        },
      },
    },
    {
      id: "model-splits",
      figure: {
        kind: "prompt",
        runs: [...steps, "split4", "split5", "split6", "split7"],
        view: { kind: "curve", over: "length" },
      },
      predict: {
        kind: "choice",
        options: ["as-good", "worse", "fails"],
        answer: (of) => {
          const less = of("given7", "accuracy") - of("split7", "accuracy");
          return less <= 0.05 ? "as-good" : of("split7", "accuracy") >= 0.25 ? "worse" : "fails";
        },
      },
    },
    {
      id: "learned-when",
      figure: {
        kind: "prompt",
        runs: [
          ...["split7At1000", "split7At1500", "split7At2000", "split7At3000", "split7"],
          ...["given7At1000", "given7At1500", "given7At2000", "given7At3000", "given7"],
        ],
        view: { kind: "curve", over: "snapshot" },
      },
      predict: {
        kind: "choice",
        options: ["splitting", "solving"],
        // Of the wrong answers: those that are wrong although the split was given are errors of solving.
        answer: (of) => {
          const solving = 1 - of("given7At1500", "accuracy");
          const splitting = of("given7At1500", "accuracy") - of("split7At1500", "accuracy");
          return splitting > solving ? "splitting" : "solving";
        },
      },
    },
    {
      id: "end",
      figure: { kind: "prompt", runs: ["steps7", "given7", "split7"] },
    },
  ],
};
