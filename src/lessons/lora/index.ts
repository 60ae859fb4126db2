import { loraClaims } from "../../claims/lora";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "lora",
  minutes: 15,
  section: "§1.4",
  claims: loraClaims,
  words: { en, zh },
  steps: [
    {
      id: "narrow",
      figure: { kind: "race", runs: ["full", "lora"], panes: ["block", "questions"] },
      predict: {
        kind: "choice",
        options: ["far", "half", "near"],
        answer: (of) => {
          const share = of("lora", "score") / of("full", "score");
          return share >= 0.9 ? "near" : share >= 0.5 ? "half" : "far";
        },
      },
    },
    {
      id: "zero",
      figure: { kind: "race", runs: ["lora", "bothZero"] },
      predict: {
        kind: "choice",
        options: ["steadier", "stuck", "same"],
        answer: (of) => {
          const moved = of("bothZero", "firstLoss") - of("bothZero", "heldOutLoss");
          if (moved < 0.01 * of("bothZero", "firstLoss")) return "stuck";
          return of("bothZero", "heldOutLoss") < of("lora", "heldOutLoss") ? "steadier" : "same";
        },
      },
    },
    {
      id: "rank",
      figure: { kind: "race", runs: ["newFull", "newRank1", "newRank4", "newRank16"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["first", "second", "both"],
        answer: (of) => {
          const first = of("newRank4", "score") - of("newRank1", "score");
          const second = of("newRank16", "score") - of("newRank4", "score");
          return first > 2 * second ? "first" : second > 2 * first ? "second" : "both";
        },
      },
    },
    {
      id: "alpha",
      figure: { kind: "race", runs: ["newRank4", "alpha64"], panes: ["questions"] },
      predict: {
        kind: "choice",
        options: ["more", "same", "fewer"],
        answer: (of) => {
          const gain = of("alpha64", "score") - of("newRank4", "score");
          return gain > 0.02 ? "more" : gain < -0.05 ? "fewer" : "same";
        },
      },
    },
    {
      id: "targets",
      figure: { kind: "race", runs: ["newQuery", "newValue", "newRank4"], panes: ["questions"] },
      predict: {
        kind: "order",
        runs: ["newQuery", "newValue", "newRank4"],
        by: "score",
      },
    },
    {
      id: "merge",
      figure: { kind: "race", runs: ["lora"], panes: ["questions"] },
    },
    {
      id: "three-claims",
      figure: { kind: "race", runs: ["full", "lora"], panes: ["memory"] },
      predict: {
        kind: "choice",
        options: ["ten", "two", "little"],
        // The trained share decides gradients and moments; the weights stay: 4 bytes each for weights, gradients, two moments.
        answer: (of) => {
          const full = 4 * of("full", "trained");
          const lora = of("full", "trained") + 4 * of("lora", "trained");
          return full / lora >= 10 ? "ten" : full / lora >= 2 ? "two" : "little";
        },
      },
    },
    {
      id: "forget",
      figure: { kind: "race", runs: ["full", "lora", "rank1"], panes: ["known"] },
      predict: {
        kind: "choice",
        options: ["full", "same", "lora"],
        answer: (of) => {
          const more = of("lora", "known") - of("full", "known");
          return more > 0.05 ? "lora" : more < -0.05 ? "full" : "same";
        },
      },
    },
    { id: "end", figure: { kind: "race", runs: ["newFull", "newRank4"], panes: ["questions"] } },
  ],
};
