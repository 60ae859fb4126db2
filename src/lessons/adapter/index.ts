import { adapterClaims } from "../../claims/adapter";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "adapter",
  minutes: 14,
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
      figure: { kind: "race", runs: ["adapter", "large"], panes: ["questions"] },
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
      id: "repair",
      figure: { kind: "race", runs: ["adapter", "large"], panes: ["known"] },
      predict: {
        kind: "choice",
        options: ["both", "task", "neither"],
        answer: (of) => {
          if (of("large", "score") < 0.8 * of("adapter", "score")) return "neither";
          return of("large", "known") < of("adapter", "known") - 0.1 ? "task" : "both";
        },
      },
    },
    {
      id: "where",
      figure: { kind: "race", runs: ["newFull", "newMlp", "newAdapter"], panes: ["questions"] },
      predict: { kind: "order", runs: ["newFull", "newAdapter", "newMlp"], by: "score" },
    },
    {
      id: "same-count",
      figure: { kind: "race", runs: ["newWide", "newAdapter"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["one", "equal", "two"],
        answer: (of) => {
          const lead = of("newWide", "score") - of("newAdapter", "score");
          return Math.abs(lead) < 0.03 ? "equal" : lead > 0 ? "one" : "two";
        },
      },
    },
    { id: "latency", figure: { kind: "race", runs: ["newAdapter"], panes: ["block"] } },
    {
      id: "cousin",
      figure: { kind: "race", runs: ["adapter", "bias"], panes: ["known"] },
      predict: {
        kind: "choice",
        options: ["below", "equal"],
        answer: (of) => (of("bias", "score") >= 0.97 * of("adapter", "score") ? "equal" : "below"),
      },
    },
    {
      id: "cousin-limit",
      figure: { kind: "race", runs: ["newAdapter", "newThin", "newBias"], panes: ["questions"] },
      predict: { kind: "order", runs: ["newAdapter", "newThin", "newBias"], by: "score" },
    },
    { id: "end", figure: { kind: "race", runs: ["full", "adapter", "bias"], panes: ["questions"] } },
  ],
};
