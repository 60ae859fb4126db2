import type { AnyOptions } from "../lib/options";
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
export const reinforce = (preferences: PreferenceSpec, beta: number, ppo: AnyOptions = {}) =>
  ({
    ...writer,
    preferences,
    learningRate: 5e-4,
    batch: 64,
    steps: 200,
    objective: {
      id: "policy-gradient",
      options: { reward: "clicks", beta, mostKl: 60, leastVariety: 0.1, ...ppo },
    },
  }) as const satisfies PolicyRun;

/** DPO on the clicks themselves. */
export const directly = (preferences: PreferenceSpec) =>
  ({
    ...writer,
    preferences,
    learningRate: 2e-4,
    batch: 64,
    steps: 200,
    objective: { id: "dpo", options: { prefer: "clicks", beta: 0.1, batch: 32, mostKl: 60 } },
  }) as const satisfies PolicyRun;

/** Only the reward model counts: DPO takes a single step. */
export const learned = (preferences: PreferenceSpec) =>
  ({ ...directly(preferences), steps: 1 }) as const satisfies PolicyRun;

/** PPO: four steps on the same sentences, each of them clipped. */
export const ppo = { epochs: 4, clip: 0.2 } as const;

/** The same with the Chinese sentences. */
export const inChinese = <R extends PolicyRun>(run: R) =>
  ({ ...run, taskOptions: { language: "zh" } }) as const;
