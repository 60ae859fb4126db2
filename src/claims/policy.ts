import { defineClaims } from "./claim";
import { directly, readBy, reinforce } from "./rlhf-runs";

const cheerful = readBy("cheerful", 300);

/** Lesson 24: a policy follows the reward, on a leash. */
export const policyClaims = defineClaims({
  lesson: "policy",
  runs: {
    leash: reinforce(cheerful, 0.1),
    dpo: directly(cheerful),
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
      id: "policy-dpo",
      left: [{ run: "dpo", of: "gold" }],
      is: "at-least",
      right: { value: 0.3 },
      verdict: "holds",
    },
  ],
});
