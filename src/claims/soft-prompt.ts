import { defineClaims } from "./claim";
import { hidden } from "./instruction-runs";

/** Lesson 19: one trained vector for one task (Lester et al. 2021, arXiv 2104.08691). */
export const softPromptClaims = defineClaims({
  lesson: "soft-prompt",
  runs: {
    soft113: hidden("prompt-tuning", "113"),
    soft230: hidden("prompt-tuning", "230"),
    soft302: hidden("prompt-tuning", "302"),
    full113: hidden("full", "113"),
    untrained113: { ...hidden("prompt-tuning", "113"), from: "untrained" },
  },
  claims: [
    {
      id: "soft-one-task",
      left: [
        { run: "soft230", of: "score" },
        { run: "soft302", of: "score" },
      ],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      // One seed of three stays far from the solution.
      id: "soft-may-get-stuck",
      left: [{ run: "soft113", of: "score" }],
      is: "at-most",
      right: { run: "soft302", of: "score", plus: -0.2 },
      verdict: "holds",
    },
    {
      id: "soft-few",
      left: [{ run: "soft302", of: "trained" }],
      is: "at-most",
      right: { run: "full113", of: "trained", times: 0.001 },
      verdict: "holds",
    },
    {
      id: "soft-nearest",
      left: [
        { run: "soft113", of: "nearestIsOwn" },
        { run: "soft230", of: "nearestIsOwn" },
        { run: "soft302", of: "nearestIsOwn" },
      ],
      is: "at-least",
      right: { value: 0.6 },
      verdict: "holds",
    },
    {
      id: "soft-in-the-way",
      left: [
        { run: "soft230", of: "othersCalled" },
        { run: "soft302", of: "othersCalled" },
      ],
      is: "at-most",
      right: { run: "soft302", of: "knownBefore", times: 0.4 },
      verdict: "holds",
    },
    {
      id: "soft-needs-base",
      left: [{ run: "untrained113", of: "score" }],
      is: "at-most",
      right: { value: 0.05 },
      verdict: "holds",
    },
    {
      id: "soft-full-learns",
      left: [{ run: "full113", of: "score" }],
      is: "at-least",
      right: { value: 0.95 },
      verdict: "holds",
    },
    {
      id: "soft-full-forgets",
      left: [{ run: "full113", of: "known" }],
      is: "at-most",
      right: { run: "full113", of: "knownBefore", times: 0.2 },
      verdict: "holds",
    },
  ],
});
