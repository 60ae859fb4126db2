import { writeInstructionClaims } from "../../claims/write-instruction";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "write-instruction",
  minutes: 12,
  section: "§2.1.1.1",
  claims: writeInstructionClaims,
  words: { en, zh },
  steps: [
    {
      id: "five-pairs",
      figure: { kind: "prompt", runs: ["nothing"], bench: "instruction" },
    },
    {
      id: "other-words",
      figure: { kind: "prompt", runs: ["plain", "synonyms", "mixed", "reordered"] },
      predict: {
        kind: "choice",
        options: ["synonyms", "mixed", "reordered"],
        answer: (of) => {
          const changes = ["synonyms", "mixed", "reordered"];
          const worst = Math.min(...changes.map((change) => of(change, "accuracy")));
          return changes.find((change) => of(change, "accuracy") === worst) ?? "reordered";
        },
      },
    },
    {
      id: "one-word",
      figure: { kind: "prompt", runs: ["plain", "twoWords", "oneWrong"] },
      predict: {
        kind: "choice",
        options: ["third", "half", "none"],
        answer: (of) => {
          const share = of("oneWrong", "accuracy");
          return share < 0.15 ? "none" : share < 0.45 ? "third" : "half";
        },
      },
    },
    {
      id: "before-tuning",
      figure: { kind: "prompt", runs: ["plain", "base", "called"] },
      predict: {
        kind: "choice",
        options: ["same", "some", "none"],
        answer: (of) => {
          const share = of("base", "accuracy");
          return share < 0.1 ? "none" : share < 0.9 * of("plain", "accuracy") ? "some" : "same";
        },
      },
    },
    {
      id: "end",
      figure: { kind: "prompt", runs: ["plain", "synonyms", "reordered", "twoWords"], bench: "instruction" },
    },
  ],
};
