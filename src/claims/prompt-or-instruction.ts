import { defineClaims } from "./claim";
import { hidden, instructed } from "./instruction-runs";

/** Lesson 22: prompt tuning or instruction tuning, for one task or for many. */
export const promptOrInstructionClaims = defineClaims({
  lesson: "prompt-or-instruction",
  runs: {
    softOne: hidden("prompt-tuning", "302"),
    fullOne: hidden("full", "302"),
    softMany: {
      ...instructed({ tasks: 48 }),
      method: "prompt-tuning",
      options: { length: 1 },
      learningRate: 0.1,
    },
    fullMany: instructed({ tasks: 48 }),
  },
  claims: [
    {
      id: "either-one-task",
      left: [
        { run: "softOne", of: "score" },
        { run: "fullOne", of: "score" },
      ],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "either-many-soft",
      left: [
        { run: "softMany", of: "score" },
        { run: "softMany", of: "onTrained" },
      ],
      is: "at-most",
      right: { value: 0.15 },
      verdict: "holds",
    },
    {
      id: "either-many-full",
      left: [{ run: "fullMany", of: "score" }],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "either-one-task-deaf",
      left: [
        { run: "softOne", of: "othersInstructed" },
        { run: "fullOne", of: "othersInstructed" },
      ],
      is: "at-most",
      right: { value: 0.1 },
      verdict: "holds",
    },
    {
      id: "either-stored",
      left: [{ run: "softOne", of: "kept" }],
      is: "at-most",
      right: { run: "fullMany", of: "kept", times: 0.001 },
      verdict: "holds",
    },
    {
      id: "either-old-skills",
      left: [{ run: "fullOne", of: "known" }],
      is: "at-most",
      right: { run: "fullMany", of: "known" },
      verdict: "holds",
    },
  ],
});
