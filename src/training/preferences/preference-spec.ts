import type { Click } from "../../tasks/sentences/learned-reward";
import type { TasteId } from "../../tasks/sentences/tastes";

/** A simulated reader: what it likes, how many pairs it labels, and the share of its clicks that are wrong. */
export interface ReaderSpec {
  readonly taste: TasteId;
  readonly pairs: number;
  readonly noise: number;
}

/** The kinds of reward models. */
export const rewardModelIds = ["words", "head"] as const;
export type RewardModelId = (typeof rewardModelIds)[number];

/** Steps that a scalar head is trained for. */
export const headSteps = 120;

/** What a race knows of somebody's taste, as plain data. */
export interface PreferenceSpec {
  /** Choices made by hand. */
  readonly clicks: readonly Click[];
  /** Labels further pairs, and judges the models afterwards; null: nobody does. */
  readonly reader: ReaderSpec | null;
  /** Add pairs in which a sentence is better than word salad. */
  readonly guard: boolean;
  /** The control: who wins is decided at random. */
  readonly shuffled: boolean;
  /** What learns the reward: weights of a bag of words, where left out, or a scalar head on the model. */
  readonly rewardModel?: RewardModelId;
}

export const preferenceLimits = {
  clicks: { max: 2000 },
  pairs: { min: 0, max: 1000 },
  noise: { min: 0, max: 0.5 },
} as const;

/** Nothing is known yet. */
export const noPreferences: PreferenceSpec = { clicks: [], reader: null, guard: false, shuffled: false };
