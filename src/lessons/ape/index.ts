import { apeClaims } from "../../claims/ape";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import { FigureRivals } from "./FigureRivals";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "ape",
  minutes: 14,
  section: "§2.1.1.2",
  claims: apeClaims,
  words: { en, zh },
  steps: [
    {
      id: "propose",
      figure: { kind: "prompt", runs: ["nothing"], bench: "instruction-search" },
    },
    {
      id: "rivals",
      figure: { kind: "own", Figure: FigureRivals },
      predict: {
        kind: "choice",
        options: ["person", "same", "search"],
        answer: (of) => {
          const lead = of("fivePairs", "searched") - of("fivePairs", "human");
          return lead > 0.01 ? "search" : lead < -0.01 ? "person" : "same";
        },
      },
    },
    {
      id: "one-pair",
      figure: { kind: "prompt", runs: ["plain"], bench: "instruction-search" },
      predict: {
        kind: "choice",
        options: ["same", "worse", "useless"],
        answer: (of) => {
          const loss = of("fivePairs", "searched") - of("onePair", "searched");
          return loss < 0.03 ? "same" : loss < 0.5 ? "worse" : "useless";
        },
      },
    },
    {
      id: "phrases",
      figure: { kind: "prompt", runs: ["noPhrase", "please"], bench: "phrase-search" },
    },
    {
      id: "end",
      figure: { kind: "own", Figure: FigureRivals },
    },
  ],
};
