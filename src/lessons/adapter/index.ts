import { adapterClaims } from "../../claims/adapter";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "adapter",
  minutes: 12,
  section: "§1.1",
  claims: adapterClaims,
  words: { en, zh },
  steps: [
    {
      id: "bottleneck",
      figure: { kind: "race", runs: ["full", "adapter"], panes: ["block"] },
      predict: { kind: "curve", run: "adapter" },
    },
    {
      id: "near-identity",
      figure: { kind: "race", runs: ["adapter", "large"], panes: ["known"] },
      predict: {
        kind: "choice",
        options: ["faster", "same", "damage"],
        answer: (of) => {
          if (of("large", "firstLoss") > of("adapter", "firstLoss") + 0.5) return "damage";
          return of("large", "heldOutLoss") < of("adapter", "heldOutLoss") ? "faster" : "same";
        },
      },
    },
    {
      id: "where",
      figure: { kind: "race", runs: ["newFull", "newMlp", "newAdapter"] },
      predict: { kind: "order", runs: ["newFull", "newAdapter", "newMlp"], by: "score" },
    },
    { id: "latency", figure: { kind: "race", runs: ["newAdapter"], panes: ["questions"] } },
    { id: "cousin", figure: { kind: "race", runs: ["adapter", "bias"], panes: ["block"] } },
    {
      id: "cousin-limit",
      figure: { kind: "race", runs: ["newAdapter", "newThin", "newBias"], panes: ["questions"] },
    },
    { id: "end", figure: { kind: "race", runs: ["full", "adapter", "bias"] } },
  ],
};
