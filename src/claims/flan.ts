import { defineClaims } from "./claim";
import { instructed } from "./instruction-runs";

const untrained = { ...instructed({ tasks: 48 }), from: "untrained", learningRate: 3e-3 } as const;

/** Lesson 20: instruction tuning on many tasks (Wei et al. 2021, FLAN, arXiv 2109.01652, figures 6 to 8). */
export const flanClaims = defineClaims({
  lesson: "flan",
  runs: {
    tasks4: instructed({ tasks: 4 }),
    tasks8: instructed({ tasks: 8 }),
    tasks16: instructed({ tasks: 16 }),
    tasks48: instructed({ tasks: 48 }),
    noInstruction: instructed({ tasks: 48, instruction: false }),
    oneWording: instructed({ tasks: 48, wordings: 1 }),
    nineWordings: instructed({ tasks: 48, wordings: 9 }),
    replay: instructed({ tasks: 48, replay: 0.3 }),
    untrained,
    untrainedLonger: { ...untrained, steps: 3000 },
  },
  claims: [
    {
      id: "flan-many-tasks",
      left: [{ run: "tasks48", of: "score" }],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "flan-before",
      left: [{ run: "tasks48", of: "knownBefore" }],
      is: "at-least",
      right: { value: 0.99 },
      verdict: "holds",
    },
    {
      id: "flan-few-tasks",
      left: [{ run: "tasks4", of: "score" }],
      is: "at-most",
      right: { value: 0.15 },
      verdict: "holds",
    },
    {
      id: "flan-few-tasks-learned",
      left: [{ run: "tasks4", of: "onTrained" }],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "flan-grows",
      left: [{ run: "tasks16", of: "score" }],
      is: "at-least",
      right: { run: "tasks8", of: "score", plus: 0.2 },
      verdict: "holds",
    },
    {
      id: "flan-words-needed",
      left: [{ run: "noInstruction", of: "score" }],
      is: "at-most",
      right: { value: 0.05 },
      verdict: "holds",
    },
    {
      id: "flan-one-wording",
      left: [{ run: "oneWording", of: "newWording" }],
      is: "at-most",
      right: { run: "tasks48", of: "newWording", plus: -0.4 },
      verdict: "holds",
    },
    {
      id: "flan-one-wording-seen",
      left: [{ run: "oneWording", of: "score" }],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "flan-nine-wordings",
      left: [{ run: "nineWordings", of: "newWording" }],
      is: "at-least",
      right: { run: "tasks48", of: "newWording", plus: 0.03 },
      verdict: "holds",
    },
    {
      id: "flan-forgets",
      left: [{ run: "tasks48", of: "known" }],
      is: "at-most",
      right: { value: 0.9 },
      verdict: "holds",
    },
    {
      id: "flan-replay",
      left: [{ run: "replay", of: "known" }],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "flan-replay-free",
      left: [{ run: "replay", of: "score" }],
      is: "at-least",
      right: { run: "tasks48", of: "score", plus: -0.05 },
      verdict: "holds",
    },
    {
      id: "flan-base-needed",
      left: [{ run: "untrained", of: "score" }],
      is: "at-most",
      right: { value: 0.15 },
      verdict: "holds",
    },
    {
      id: "flan-base-catches-up",
      left: [{ run: "untrainedLonger", of: "score" }],
      is: "at-least",
      right: { run: "untrained", of: "score", plus: 0.6 },
      verdict: "holds",
    },
    {
      id: "flan-base-ahead",
      left: [{ run: "tasks48", of: "score" }],
      is: "at-least",
      right: { run: "untrainedLonger", of: "score", plus: 0.05 },
      verdict: "holds",
    },
  ],
});
