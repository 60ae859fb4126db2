import { defineClaims } from "./claim";
import { inChinese, learned, readBy } from "./rlhf-runs";

const cheerful = readBy("cheerful", 300);

/** Lesson 23: what a reward model learns from so many clicks. */
export const preferencesClaims = defineClaims({
  lesson: "preferences",
  runs: {
    dog8: learned(readBy("dog", 8)),
    dog16: learned(readBy("dog", 16)),
    cheerful16: learned(readBy("cheerful", 16)),
    cheerful64: learned(readBy("cheerful", 64)),
    cheerful300: learned(cheerful),
    shuffled: learned({ ...cheerful, shuffled: true }),
    head200: learned({ ...readBy("cheerful", 200), rewardModel: "head" }),
    head300: learned({ ...cheerful, rewardModel: "head" }),
    dog16Chinese: inChinese(learned(readBy("dog", 16))),
    cheerful300Chinese: inChinese(learned(cheerful)),
    shuffledChinese: inChinese(learned({ ...cheerful, shuffled: true })),
    head300Chinese: inChinese(learned({ ...cheerful, rewardModel: "head" })),
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
      id: "preferences-plain-chinese",
      left: [{ run: "dog16Chinese", of: "pairs" }],
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
      id: "preferences-head",
      left: [{ run: "head300", of: "pairs" }],
      is: "at-most",
      right: { run: "cheerful300", of: "pairs", plus: -0.02 },
      verdict: "holds",
    },
    {
      id: "preferences-head-chinese",
      left: [{ run: "head300Chinese", of: "pairs" }],
      is: "at-most",
      right: { run: "cheerful300Chinese", of: "pairs", plus: -0.02 },
      verdict: "holds",
    },
    {
      id: "preferences-shuffled",
      left: [{ run: "shuffled", of: "pairs" }],
      is: "at-most",
      right: { value: 0.62 },
      verdict: "holds",
    },
    {
      id: "preferences-shuffled-chinese",
      left: [{ run: "shuffledChinese", of: "pairs" }],
      is: "at-most",
      right: { value: 0.62 },
      verdict: "holds",
    },
  ],
});
