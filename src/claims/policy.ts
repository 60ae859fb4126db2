import { defineClaims } from "./claim";
import { directly, inChinese, ppo, readBy, reinforce } from "./rlhf-runs";

const cheerful = readBy("cheerful", 300);

/** Lesson 24: a policy follows the reward, on a leash. */
export const policyClaims = defineClaims({
  lesson: "policy",
  runs: {
    leash: reinforce(cheerful, 0.1),
    clipped: reinforce(cheerful, 0.1, ppo),
    dpo: directly(cheerful),
    leashChinese: inChinese(reinforce(cheerful, 0.1)),
  },
  claims: [
    {
      id: "policy-gold",
      left: [{ run: "leash", of: "gold" }],
      is: "at-least",
      right: { value: 0.3 },
      verdict: "holds",
    },
    {
      id: "policy-gold-chinese",
      left: [{ run: "leashChinese", of: "gold" }],
      is: "at-least",
      right: { value: 0.3 },
      verdict: "holds",
    },
    {
      id: "policy-clip",
      left: [{ run: "clipped", of: "gold" }],
      is: "at-least",
      right: { value: 0.3 },
      verdict: "holds",
    },
    {
      id: "policy-dpo",
      left: [{ run: "dpo", of: "gold" }],
      is: "at-least",
      right: { value: 0.3 },
      verdict: "holds",
    },
  ],
});
