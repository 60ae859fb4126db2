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
      figure: { kind: "race", runs: ["prompt", "bitfit", "lora", "ia3"] },
      predict: { kind: "order", runs: ["prompt", "bitfit", "lora", "ia3"], by: "score" },
    },
    { id: "pareto", figure: { kind: "own", Figure: FigurePareto } },
    {
      id: "rates",
      figure: { kind: "race", runs: ["lora", "slowLora", "bitfit"] },
      predict: {
        kind: "choice",
        options: ["method", "rate"],
        answer: (of) => (of("slowLora", "score") < of("bitfit", "score") ? "rate" : "method"),
      },
    },
    { id: "all-equal", figure: { kind: "race", runs: ["full", "prompt", "bitfit"] } },
    { id: "choose", figure: { kind: "own", Figure: FigureGuide } },
    { id: "end", figure: { kind: "race", runs: ["full", "adapter", "lora", "random"] } },
  ],
};
