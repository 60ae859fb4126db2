import { policyClaims } from "../../claims/policy";
import type { Lesson } from "../lesson";
import en from "./en.mdx";
import zh from "./zh.mdx";

export const lesson: Lesson = {
  id: "policy",
  minutes: 15,
  section: "§2.1.2.3",
  claims: policyClaims,
  words: { en, zh },
  steps: [
    { id: "best-of", figure: { kind: "preferences", parts: ["desk", "policy"] } },
    {
      id: "reinforce",
      figure: { kind: "preferences", parts: ["policy"] },
      predict: {
        kind: "choice",
        options: ["worse", "same", "better"],
        answer: (of) => {
          const gold = of("leash", "gold");
          return gold > 0.2 ? "better" : gold < -0.2 ? "worse" : "same";
        },
      },
    },
    {
      id: "leash",
      figure: { kind: "preferences", parts: ["policy"], start: { beta: 1 } },
    },
    {
      id: "clip",
      figure: { kind: "preferences", parts: ["policy"], start: { clipping: true } },
      predict: {
        kind: "choice",
        options: ["less", "same", "more"],
        answer: (of) => {
          const ahead = of("clipped", "gold") - of("leash", "gold");
          return ahead > 0.25 ? "more" : ahead < -0.25 ? "less" : "same";
        },
      },
    },
    {
      id: "dpo",
      figure: { kind: "preferences", parts: ["desk", "policy"] },
      predict: {
        kind: "choice",
        options: ["dpo", "reinforce"],
        answer: (of) => (of("dpo", "kl") > of("leash", "kl") ? "dpo" : "reinforce"),
      },
    },
    { id: "end", figure: { kind: "preferences", parts: ["policy"] } },
  ],
};
