import { defineClaims } from "./claim";
import type { RaceRun } from "./run";

const past = { base: "toolbox-micro", task: "past-tense" } as const satisfies Partial<RaceRun>;
const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<RaceRun>;
const kinds = {
  base: "phrases-micro",
  task: "part-of-speech",
  steps: 150,
} as const satisfies Partial<RaceRun>;
const mood = { base: "phrases-micro", task: "sentiment", steps: 150 } as const satisfies Partial<RaceRun>;

/** Lesson 2: only a new head. */
export const newHeadClaims = defineClaims({
  lesson: "new-head",
  runs: {
    kindsHead: { ...kinds, method: "head" },
    kindsFull: { ...kinds, method: "full" },
    kindsRaw: { ...kinds, method: "head", from: "untrained" },
    moodHead: { ...mood, method: "head" },
    moodFull: { ...mood, method: "full" },
    moodBent: { ...mood, method: "head", options: { kind: "mlp" } },
    pastHead: { ...past, method: "head" },
    newHead: { ...fresh, method: "head" },
    newFull: { ...fresh, method: "full" },
  },
  claims: [
    {
      id: "head-few",
      left: [{ run: "kindsHead", of: "trained" }],
      is: "at-most",
      right: { run: "kindsFull", of: "trained", times: 0.1 },
      verdict: "holds",
    },
    {
      id: "head-kinds-below",
      left: [{ run: "kindsHead", of: "score" }],
      is: "at-most",
      right: { run: "kindsFull", of: "score", plus: -0.02 },
      verdict: "holds",
    },
    {
      id: "head-needs-base",
      left: [{ run: "kindsRaw", of: "score" }],
      is: "at-most",
      right: { run: "kindsHead", of: "score", plus: -0.05 },
      verdict: "holds",
    },
    {
      id: "head-raw-not-guessing",
      left: [{ run: "kindsRaw", of: "score" }],
      is: "at-least",
      right: { value: 0.35 },
      verdict: "holds",
    },
    {
      id: "head-mood",
      left: [{ run: "moodHead", of: "score" }],
      is: "at-most",
      right: { run: "moodFull", of: "score", plus: -0.2 },
      verdict: "holds",
    },
    {
      id: "head-mood-bent",
      left: [{ run: "moodBent", of: "score" }],
      is: "at-most",
      right: { run: "moodHead", of: "score" },
      verdict: "holds",
    },
    {
      id: "head-past",
      left: [{ run: "pastHead", of: "score" }],
      is: "at-least",
      right: { value: 0.85 },
      verdict: "holds",
    },
    {
      id: "head-new-skill",
      left: [{ run: "newHead", of: "score" }],
      is: "at-most",
      right: { value: 0.2 },
      verdict: "holds",
    },
  ],
});
