import { defineClaims } from "./claim";
import type { RaceRun } from "./run";

/** Every parameter is trained, twenty verbs a step. */
const past = {
  base: "toolbox-micro",
  task: "past-tense",
  method: "full",
  batch: 20,
} as const satisfies Partial<RaceRun>;

/** Lesson 0: what a step of training is, and how a list is learned by heart. */
export const oneThingClaims = defineClaims({
  lesson: "one-thing",
  runs: {
    list: { ...past, taskOptions: { examples: 20 } },
    early: { ...past, taskOptions: { examples: 20 }, steps: 20 },
    many: { ...past, taskOptions: { examples: 1000 } },
  },
  claims: [
    {
      id: "one-by-heart",
      left: [{ run: "list", of: "onTrained" }],
      is: "at-least",
      right: { value: 0.99 },
      verdict: "holds",
    },
    {
      id: "one-held-out",
      left: [{ run: "list", of: "score" }],
      is: "at-most",
      right: { run: "list", of: "onTrained", plus: -0.25 },
      verdict: "holds",
    },
    {
      id: "one-early",
      left: [{ run: "early", of: "score" }],
      is: "at-least",
      right: { run: "list", of: "score", plus: 0.1 },
      verdict: "holds",
    },
    {
      id: "one-many",
      left: [{ run: "many", of: "score" }],
      is: "at-least",
      right: { value: 0.9 },
      verdict: "holds",
    },
  ],
});
