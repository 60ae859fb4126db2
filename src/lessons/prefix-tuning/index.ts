import { prefixTuningClaims } from "../../claims/prefix-tuning";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "prefix-tuning",
  minutes: 12,
  section: "§1.2",
  claims: prefixTuningClaims,
  words: { en, zh },
  steps: [
    {
      id: "keys-and-values",
      figure: { kind: "race", runs: ["full", "prefix"], panes: ["block"] },
      predict: {
        kind: "choice",
        options: ["below", "equal"],
        answer: (of) => (of("prefix", "score") >= 0.97 * of("full", "score") ? "equal" : "below"),
      },
    },
    {
      id: "zero",
      figure: { kind: "race", runs: ["prefix", "zero"] },
      predict: {
        kind: "choice",
        options: ["nothing", "disturbs"],
        answer: (of) => (of("zero", "firstLoss") > of("full", "firstLoss") + 0.1 ? "disturbs" : "nothing"),
      },
    },
    { id: "network", figure: { kind: "race", runs: ["prefix", "projected"], panes: ["memory"] } },
    { id: "how-long", figure: { kind: "race", runs: ["newOne", "newPrefix", "newLong"] } },
    {
      id: "comparable",
      figure: { kind: "race", runs: ["newFull", "newLora", "newPrefix"] },
      predict: { kind: "order", runs: ["newFull", "newLora", "newPrefix"], by: "score" },
    },
    {
      id: "small-data",
      figure: { kind: "race", runs: ["fewFull", "fewPrefix"] },
      predict: {
        kind: "choice",
        options: ["full", "equal", "prefix"],
        answer: (of) => {
          const lead = of("fewPrefix", "score") - of("fewFull", "score");
          if (Math.abs(lead) < 0.03) return "equal";
          return lead > 0 ? "prefix" : "full";
        },
      },
    },
    { id: "end", figure: { kind: "race", runs: ["full", "prefix"], panes: ["known"] } },
  ],
};
