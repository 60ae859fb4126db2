import { greatRaceClaims } from "../../claims/great-race";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import { FigureGuide } from "./FigureGuide";
import { FigureMap } from "./FigureMap";
import { FigurePareto } from "./FigurePareto";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "great-race",
  minutes: 15,
  section: "§2.1.3",
  claims: greatRaceClaims,
  words: { en, zh },
  steps: [
    { id: "three-families", figure: { kind: "own", Figure: FigureMap } },
    {
      id: "race",
      figure: { kind: "race", runs: ["prompt", "bitfit", "lora", "ia3"], panes: ["questions"] },
      predict: { kind: "order", runs: ["prompt", "bitfit", "lora", "ia3"], by: "score" },
    },
    {
      id: "pareto",
      figure: { kind: "own", Figure: FigurePareto },
      predict: {
        kind: "choice",
        options: ["none", "prompt", "ia3"],
        answer: (of) => {
          const beatsBitfit = (run: string): boolean =>
            of(run, "trained") < of("bitfit", "trained") && of(run, "score") > of("bitfit", "score");
          return beatsBitfit("ia3") ? "ia3" : beatsBitfit("prompt") ? "prompt" : "none";
        },
      },
    },
    {
      id: "rates",
      figure: { kind: "race", runs: ["lora", "slowLora", "bitfit"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["method", "rate"],
        answer: (of) => (of("slowLora", "score") < of("bitfit", "score") ? "rate" : "method"),
      },
    },
    {
      id: "all-equal",
      figure: { kind: "race", runs: ["full", "prompt", "bitfit"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["both", "one", "none"],
        answer: (of) => {
          const least = 0.9 * of("full", "score");
          const many = ["prompt", "bitfit"].filter((run) => of(run, "score") >= least).length;
          return many === 2 ? "both" : many === 1 ? "one" : "none";
        },
      },
    },
    {
      id: "also",
      figure: { kind: "race", runs: ["nearOne", "nearFull"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["few", "some", "most"],
        answer: (of) => {
          const score = of("nearOne", "score");
          return score > 0.9 ? "most" : score >= 0.5 ? "some" : "few";
        },
      },
    },
    { id: "choose", figure: { kind: "own", Figure: FigureGuide } },
    { id: "end", figure: { kind: "race", runs: ["full", "adapter", "lora", "random"] } },
  ],
};
