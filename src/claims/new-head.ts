import type { LessonClaims, MeasuredRun } from "./claim";

const fresh = { base: "toolbox-micro", task: "numerals" } as const satisfies Partial<MeasuredRun>;
const kinds = {
  base: "phrases-micro",
  task: "part-of-speech",
  steps: 150,
} as const satisfies Partial<MeasuredRun>;
const mood = { base: "phrases-micro", task: "sentiment", steps: 150 } as const satisfies Partial<MeasuredRun>;

/** Lesson 2: only a new head. */
export const newHeadClaims: LessonClaims = {
  lesson: "new-head",
  runs: {
    kindsHead: { ...kinds, method: "head" },
    kindsFull: { ...kinds, method: "full" },
    kindsRaw: { ...kinds, method: "head", pretrained: false },
    moodHead: { ...mood, method: "head" },
    moodFull: { ...mood, method: "full" },
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
      id: "head-mood",
      left: [{ run: "moodHead", of: "score" }],
      is: "at-most",
      right: { run: "moodFull", of: "score" },
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
};
