import { noPreferences, type PreferenceSpec } from "../training/preferences/preference-spec";
import type { PolicyRun } from "./run";

/** A simulated reader who is wrong in one click of ten. */
export const readBy = (taste: "dog" | "cheerful" | "short", pairs: number): PreferenceSpec => ({
  ...noPreferences,
  reader: { taste, pairs, noise: 0.1 },
});

const writer = {
  kind: "policy",
  base: "sentences-micro",
  task: "sentences",
  method: "full",
} as const satisfies Partial<PolicyRun>;

/** REINFORCE against the learned reward; `beta` is the price of a nat of divergence from the base. */
export const reinforce = (preferences: PreferenceSpec, beta: number) =>
  ({
    ...writer,
    preferences,
    learningRate: 5e-4,
    batch: 32,
    steps: 120,
    objective: {
      id: "policy-gradient",
      options: { reward: "clicks", beta, mostKl: 60, leastVariety: 0.1 },
    },
  }) as const satisfies PolicyRun;

/** DPO on the clicks themselves. */
export const directly = (preferences: PreferenceSpec) =>
  ({
    ...writer,
    preferences,
    learningRate: 2e-4,
    batch: 32,
    steps: 100,
    objective: { id: "dpo", options: { prefer: "clicks", beta: 0.1 } },
  }) as const satisfies PolicyRun;
