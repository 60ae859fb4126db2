import { defineClaims } from "./claim";
import { inChinese, readBy, reinforce } from "./rlhf-runs";

const cheerful = readBy("cheerful", 300);

/** Lesson 25: the reward goes up and what it stands for goes down (Gao et al. 2022, arXiv 2210.10760). */
export const rewardHackingClaims = defineClaims({
  lesson: "reward-hacking",
  runs: {
    leash: reinforce(cheerful, 0.1),
    free: reinforce(cheerful, 0),
    guarded: reinforce({ ...cheerful, guard: true }, 0),
    shuffled: reinforce({ ...cheerful, shuffled: true }, 0.1),
    shortFree: reinforce(readBy("short", 16), 0),
    leashChinese: inChinese(reinforce(cheerful, 0.1)),
    freeChinese: inChinese(reinforce(cheerful, 0)),
    shuffledChinese: inChinese(reinforce({ ...cheerful, shuffled: true }, 0.1)),
    leashHead: reinforce({ ...cheerful, rewardModel: "head" }, 0.1),
    freeHead: reinforce({ ...cheerful, rewardModel: "head" }, 0),
  },
  claims: [
    {
      id: "hacking-reward",
      left: [{ run: "free", of: "reward" }],
      is: "at-least",
      right: { run: "leash", of: "reward" },
      verdict: "holds",
    },
    {
      id: "hacking-gold",
      left: [{ run: "free", of: "gold" }],
      is: "at-most",
      right: { run: "leash", of: "gold", plus: -0.5 },
      verdict: "holds",
    },
    {
      id: "hacking-gold-chinese",
      left: [{ run: "freeChinese", of: "gold" }],
      is: "at-most",
      right: { run: "leashChinese", of: "gold", plus: -0.5 },
      verdict: "holds",
    },
    {
      id: "hacking-head",
      left: [{ run: "freeHead", of: "gold" }],
      is: "at-most",
      right: { run: "leashHead", of: "gold", plus: -0.5 },
      verdict: "holds",
    },
    {
      id: "hacking-guard",
      left: [{ run: "guarded", of: "gold" }],
      is: "at-least",
      right: { run: "free", of: "gold", plus: 0.2 },
      verdict: "holds",
    },
    {
      id: "hacking-shuffled-reward",
      left: [{ run: "shuffled", of: "reward" }],
      is: "at-least",
      right: { value: 1 },
      verdict: "holds",
    },
    {
      id: "hacking-shuffled-gold",
      left: [{ run: "shuffled", of: "gold" }],
      is: "at-most",
      right: { value: 0.2 },
      verdict: "holds",
    },
    {
      id: "hacking-shuffled-gold-chinese",
      left: [{ run: "shuffledChinese", of: "gold" }],
      is: "at-most",
      right: { value: 0.2 },
      verdict: "holds",
    },
    {
      id: "hacking-short",
      left: [{ run: "shortFree", of: "whole" }],
      is: "at-most",
      right: { value: 0.5 },
      verdict: "holds",
    },
  ],
});
