import { someParametersClaims } from "../../claims/some-parameters";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "some-parameters",
  minutes: 12,
  section: "§1.5",
  claims: someParametersClaims,
  words: { en, zh },
  steps: [
    {
      id: "drawn-by-lot",
      figure: { kind: "race", runs: ["full", "random"], panes: ["block"] },
      predict: {
        kind: "choice",
        options: ["poor", "middling", "near"],
        answer: (of) => {
          const share = of("random", "score") / of("full", "score");
          return share >= 0.9 ? "near" : share >= 0.5 ? "middling" : "poor";
        },
      },
    },
    { id: "another-lot", figure: { kind: "race", runs: ["random", "otherRandom"] } },
    {
      id: "bitfit",
      figure: { kind: "race", runs: ["newFull", "newBitfit", "newRandom"] },
      predict: { kind: "order", runs: ["newFull", "newBitfit", "newRandom"], by: "score" },
    },
    { id: "rate", figure: { kind: "race", runs: ["random", "slowRandom"] } },
    { id: "nano", figure: { kind: "race", runs: ["nanoFull", "nanoBitfit", "nanoRandom", "nanoMany"] } },
    { id: "tiny", figure: { kind: "race", runs: ["tinyFull", "tinyBitfit", "tinyRandom"] } },
    { id: "end", figure: { kind: "race", runs: ["full", "bitfit", "random"], panes: ["memory"] } },
  ],
};
