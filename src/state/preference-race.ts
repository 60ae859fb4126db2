import type { SentenceLanguageId } from "../tasks/sentences/languages";
import type { Click } from "../tasks/sentences/learned-reward";
import type { TasteId } from "../tasks/sentences/tastes";
import type { LaneSpec, RaceSpec } from "../training/race-spec";

/** What can be changed about the training of a policy. */
export interface PolicySettings {
  /** The price of a nat of divergence from the base. */
  readonly beta: number;
  readonly guard: boolean;
  readonly shuffled: boolean;
}

export const betas = [0, 0.1, 0.3, 1] as const;

export const usualPolicy: PolicySettings = { beta: 0.1, guard: false, shuffled: false };

/** As in the lessons' own runs: sentences or pairs a step, and steps. */
const [batch, steps] = [32, 120];

const reinforce = (beta: number): LaneSpec => ({
  method: "full",
  options: {},
  learningRate: 5e-4,
  objective: { id: "policy-gradient", options: { reward: "clicks", beta, mostKl: 60, leastVariety: 0.1 } },
});

/** Of the lane of DPO. */
export const dpoBeta = 0.1;

const directly: LaneSpec = {
  method: "full",
  options: {},
  learningRate: 2e-4,
  objective: { id: "dpo", options: { prefer: "clicks", beta: dpoBeta } },
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
  { beta, guard, shuffled }: PolicySettings,
): RaceSpec {
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
    },
    lanes: [reinforce(beta), directly],
    batch,
    steps,
    seed: 1,
  };
}
