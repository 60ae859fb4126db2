import { someParametersClaims } from "../../claims/some-parameters";
import type { Lesson, Measured } from "../lesson";
import en from "./en.mdx";
import { FigureGap } from "./FigureGap";
import zh from "./zh.mdx";

/** How many of these runs reach nine tenths of full fine-tuning. */
const close = (of: Measured, full: string, methods: readonly string[]): number =>
  methods.filter((run) => of(run, "score") >= 0.9 * of(full, "score")).length;

export const lesson: Lesson = {
  id: "some-parameters",
  minutes: 14,
  section: "§1.5",
  claims: someParametersClaims,
  words: { en, zh },
  steps: [
    {
      id: "drawn-by-lot",
      figure: { kind: "race", runs: ["full", "random"], panes: ["block", "questions"] },
      predict: {
        kind: "choice",
        options: ["poor", "middling", "near"],
        answer: (of) => {
          const share = of("random", "score") / of("full", "score");
          return share >= 0.9 ? "near" : share >= 0.5 ? "middling" : "poor";
        },
      },
    },
    {
      id: "another-lot",
      figure: { kind: "race", runs: ["random", "otherRandom"] },
      predict: {
        kind: "choice",
        options: ["same", "different"],
        answer: (of) =>
          Math.abs(of("otherRandom", "score") - of("random", "score")) > 0.05 ? "different" : "same",
      },
    },
    {
      id: "bitfit",
      figure: { kind: "race", runs: ["newFull", "newBitfit", "newRandom"], panes: ["questions"] },
      predict: { kind: "order", runs: ["newFull", "newBitfit", "newRandom"], by: "score" },
    },
    {
      id: "rate",
      figure: { kind: "race", runs: ["random", "slowRandom"] },
      predict: {
        kind: "choice",
        options: ["better", "same", "worse"],
        answer: (of) => {
          const gain = of("slowRandom", "score") - of("random", "score");
          return gain > 0.02 ? "better" : gain < -0.05 ? "worse" : "same";
        },
      },
    },
    {
      id: "nano",
      figure: { kind: "race", runs: ["nanoFull", "nanoBitfit", "nanoRandom"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["near", "one", "far"],
        answer: (of) => {
          const many = close(of, "nanoFull", ["nanoBitfit", "nanoRandom"]);
          return many === 2 ? "near" : many === 1 ? "one" : "far";
        },
      },
    },
    {
      id: "places",
      figure: { kind: "race", runs: ["nanoRandom", "nanoMany", "nanoFull"] },
      predict: {
        kind: "choice",
        options: ["none", "part", "all"],
        answer: (of) => {
          if (of("nanoMany", "score") - of("nanoRandom", "score") < 0.05) return "none";
          return of("nanoMany", "score") > 0.95 * of("nanoFull", "score") ? "all" : "part";
        },
      },
    },
    {
      id: "tiny",
      figure: { kind: "own", Figure: FigureGap },
      predict: {
        kind: "choice",
        options: ["nano", "micro", "mini"],
        answer: (of) => {
          if (close(of, "nanoFull", ["nanoBitfit", "nanoRandom"]) === 2) return "nano";
          return close(of, "full", ["bitfit", "random"]) === 2 ? "micro" : "mini";
        },
      },
    },
    { id: "end", figure: { kind: "race", runs: ["full", "bitfit", "random"], panes: ["memory"] } },
  ],
};
