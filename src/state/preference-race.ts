import type { AnyOptions } from "../lib/options";
import type { SentenceLanguageId } from "../tasks/sentences/languages";
import type { Click } from "../tasks/sentences/learned-reward";
import type { TasteId } from "../tasks/sentences/tastes";
import type { RewardModelId } from "../training/preferences/preference-spec";
import type { LaneSpec, RaceSpec } from "../training/race-spec";

/** What can be changed about the training of a policy. */
export interface PolicySettings {
  /** The price of a nat of divergence from the base. */
  readonly beta: number;
  readonly guard: boolean;
  readonly shuffled: boolean;
  /** What learns the reward. */
  readonly rewardModel: RewardModelId;
  /** A further lane: PPO, which clips. */
  readonly clipping: boolean;
}

export const betas = [0, 0.1, 0.3, 1] as const;

export const usualPolicy: PolicySettings = {
  beta: 0.1,
  guard: false,
  shuffled: false,
  rewardModel: "words",
  clipping: false,
};

/** Fewer choices than this do not train a scalar head. */
export const fewestForHead = 200;

/** As in the lessons' own runs: sentences a step, and steps. */
const [batch, steps] = [64, 200];
/** Where a lane stops, in nats. */
const mostKl = 60;

const reinforce = (beta: number, ppo: AnyOptions = {}): LaneSpec => ({
  method: "full",
  options: {},
  learningRate: 5e-4,
  objective: {
    id: "policy-gradient",
    options: { reward: "clicks", beta, mostKl, leastVariety: 0.1, ...ppo },
  },
});

/** PPO: four steps on the same sentences, each of them clipped. */
const ppo = { epochs: 4, clip: 0.2 } as const;

/** Of the lane of DPO. */
export const dpoBeta = 0.1;

const directly: LaneSpec = {
  method: "full",
  options: {},
  learningRate: 2e-4,
  objective: { id: "dpo", options: { prefer: "clicks", beta: dpoBeta, batch: batch / 2, mostKl } },
};

/** Which sentences the reader likes, and whose taste that is: null, only the reader knows. */
export interface KnownTaste {
  readonly language: SentenceLanguageId;
  readonly clicks: readonly Click[];
  readonly taste: TasteId | null;
}

/** The race that follows a reader's choices: REINFORCE against the learned reward, and DPO on the choices themselves. */
export function preferenceRace(
  { language, clicks, taste }: KnownTaste,
  { beta, guard, shuffled, rewardModel, clipping }: PolicySettings,
): RaceSpec {
  const isHead = rewardModel === "head" && clicks.length >= fewestForHead;
  return {
    base: "sentences-micro",
    from: "pretrained",
    task: "sentences",
    taskOptions: { language },
    preferences: {
      clicks,
      // The reader has labelled its pairs here in the page; the race only asks it what it really likes.
      reader: taste && { taste, pairs: 0, noise: 0 },
      guard,
      shuffled,
      ...(isHead && { rewardModel }),
    },
    lanes: [reinforce(beta), directly, ...(clipping ? [reinforce(beta, ppo)] : [])],
    batch,
    steps,
    seed: 1,
  };
}
