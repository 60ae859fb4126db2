import { rewardHackingClaims } from "../../claims/reward-hacking";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "reward-hacking",
  minutes: 16,
  section: "§2.1.2.3",
  claims: rewardHackingClaims,
  words: { en, zh },
  steps: [
    {
      id: "no-leash",
      figure: { kind: "preferences", parts: ["desk", "policy"], start: { beta: 0 }, hasFrontier: true },
      predict: {
        kind: "choice",
        options: ["both-rise", "apart", "both-fall"],
        answer: (of) => {
          const [reward, gold] = [
            of("free", "reward") - of("leash", "reward"),
            of("free", "gold") - of("leash", "gold"),
          ];
          if (reward < 0) return "both-fall";
          return gold < 0 ? "apart" : "both-rise";
        },
      },
    },
    {
      id: "empty",
      figure: { kind: "preferences", parts: ["desk", "policy"], start: { beta: 0 } },
      predict: {
        kind: "choice",
        options: ["short", "broken"],
        answer: (of) => (of("shortFree", "whole") > 0.5 ? "short" : "broken"),
      },
    },
    {
      id: "guard",
      figure: { kind: "preferences", parts: ["policy"], start: { beta: 0, guard: true } },
      predict: {
        kind: "choice",
        options: ["no", "partly", "fully"],
        answer: (of) => {
          const gold = of("guarded", "gold");
          if (gold > of("leash", "gold") - 0.2) return "fully";
          return gold > of("free", "gold") + 0.2 ? "partly" : "no";
        },
      },
    },
    {
      id: "head",
      figure: {
        kind: "preferences",
        parts: ["desk", "policy"],
        start: { beta: 0, rewardModel: "head" },
        hasFrontier: true,
      },
      predict: {
        kind: "choice",
        options: ["safe", "hacked"],
        answer: (of) => (of("freeHead", "gold") > of("leashHead", "gold") - 0.2 ? "safe" : "hacked"),
      },
    },
    {
      id: "shuffled",
      figure: { kind: "preferences", parts: ["policy"], start: { shuffled: true }, hasFrontier: true },
      predict: {
        kind: "choice",
        options: ["neither", "reward", "both"],
        answer: (of) => {
          if (of("shuffled", "reward") < 0.5) return "neither";
          return of("shuffled", "gold") > 0.3 ? "both" : "reward";
        },
      },
    },
    { id: "instructgpt", figure: { kind: "preferences", parts: ["desk", "reward", "policy"] } },
  ],
};
