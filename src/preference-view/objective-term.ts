import { clipReward } from "../training/objectives/option-specs";
import type { SampledAnswer } from "../training/sampled-answers";

/** The term of REINFORCE for a token, with what it is made of. */
export interface PolicyTerm {
  /** In standard deviations above the base, clipped as in training. */
  readonly reward: number;
  readonly kl: number;
  readonly return: number;
  readonly baseline: number;
  readonly advantage: number;
  readonly term: number;
}

/** log π − log π₀ of a sentence: the sum over its tokens. */
export function klOf({ tokens }: SampledAnswer): number {
  return tokens.reduce((sum, { logProb, before }) => sum + logProb - before, 0);
}

/**
 * The term of the loss that a token brings: −A · log π, where A is how far the return of its sentence is above the mean over
 * these sentences. `rewards`: of each sentence, standardised.
 */
export function policyTerm(
  answers: readonly SampledAnswer[],
  rewards: readonly number[],
  at: { readonly sentence: number; readonly token: number },
  beta: number,
): PolicyTerm | null {
  const token = answers[at.sentence]?.tokens[at.token];
  if (!token) return null;
  const clipped = rewards.map(clipReward);
  const returns = answers.map((answer, i) => clipped[i]! - beta * klOf(answer));
  const baseline = returns.reduce((sum, one) => sum + one, 0) / returns.length;
  const own = returns[at.sentence]!;
  const advantage = own - baseline;
  return {
    reward: clipped[at.sentence]!,
    kl: klOf(answers[at.sentence]!),
    return: own,
    baseline,
    advantage,
    term: -advantage * token.logProb,
  };
}
