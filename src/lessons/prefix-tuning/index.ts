import { prefixTuningClaims } from "../../claims/prefix-tuning";
import type { Lesson, Measured } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

/** Which of two runs has the higher accuracy; "equal" where they are less than three points apart. */
function leader(of: Measured, full: string, prefix: string): "full" | "equal" | "prefix" {
  const lead = of(prefix, "score") - of(full, "score");
  if (Math.abs(lead) < 0.03) return "equal";
  return lead > 0 ? "prefix" : "full";
}

export const lesson: Lesson = {
  id: "prefix-tuning",
  minutes: 14,
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
      figure: { kind: "race", runs: ["prefix", "zero"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["nothing", "disturbs"],
        answer: (of) => (of("zero", "firstLoss") > of("full", "firstLoss") + 0.1 ? "disturbs" : "nothing"),
      },
    },
    {
      id: "network",
      figure: { kind: "race", runs: ["newPrefix", "newProjected"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["worse", "equal", "better"],
        answer: (of) => {
          const gain = of("newProjected", "score") - of("newPrefix", "score");
          return Math.abs(gain) < 0.05 ? "equal" : gain > 0 ? "better" : "worse";
        },
      },
    },
    {
      id: "kept",
      figure: { kind: "race", runs: ["prefix", "projected"], panes: ["memory"] },
      predict: {
        kind: "choice",
        options: ["all", "prefix"],
        answer: (of) => (of("projected", "kept") > of("prefix", "kept") ? "all" : "prefix"),
      },
    },
    {
      id: "how-long",
      figure: { kind: "race", runs: ["newOne", "newPrefix", "newLong"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["one", "eight", "long"],
        answer: (of) => {
          const [one, eight, long] = [
            of("newOne", "score"),
            of("newPrefix", "score"),
            of("newLong", "score"),
          ];
          if (long >= Math.max(one, eight)) return "long";
          return eight >= one ? "eight" : "one";
        },
      },
    },
    {
      id: "comparable",
      figure: { kind: "race", runs: ["newFull", "newLora", "newProjected"], panes: ["questions"] },
      predict: { kind: "order", runs: ["newFull", "newLora", "newProjected"], by: "score" },
    },
    {
      id: "small-data",
      figure: { kind: "race", runs: ["fewFull", "fewPrefix"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["full", "equal", "prefix"],
        answer: (of) => leader(of, "fewFull", "fewPrefix"),
      },
    },
    {
      id: "small-rates",
      figure: { kind: "race", runs: ["fewFullSlow", "fewPrefix"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["full", "equal", "prefix"],
        answer: (of) => leader(of, "fewFullSlow", "fewPrefix"),
      },
    },
    { id: "end", figure: { kind: "race", runs: ["full", "prefix"], panes: ["known"] } },
  ],
};
