import { defineClaims } from "./claim";
import { directly, readBy } from "./rlhf-runs";

/** Lesson 23: what a reward model learns from so many clicks. */
export const preferencesClaims = defineClaims({
  lesson: "preferences",
  runs: {
    dog8: directly(readBy("dog", 8)),
    dog16: directly(readBy("dog", 16)),
    cheerful16: directly(readBy("cheerful", 16)),
    cheerful64: directly(readBy("cheerful", 64)),
    cheerful300: directly(readBy("cheerful", 300)),
    shuffled: directly({ ...readBy("cheerful", 300), shuffled: true }),
  },
  claims: [
    {
      id: "preferences-plain",
      left: [{ run: "dog16", of: "pairs" }],
      is: "at-least",
      right: { value: 0.8 },
      verdict: "holds",
    },
    {
      id: "preferences-mixed",
      left: [{ run: "cheerful16", of: "pairs" }],
      is: "at-most",
      right: { run: "cheerful300", of: "pairs", plus: -0.05 },
      verdict: "holds",
    },
    {
      id: "preferences-shuffled",
      left: [{ run: "shuffled", of: "pairs" }],
      is: "at-most",
      right: { value: 0.62 },
      verdict: "holds",
    },
  ],
});
