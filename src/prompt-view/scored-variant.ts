import type { VariantScore } from "../experiments/prompt/prompt-progress";
import type { Band } from "../lib/wilson";

/** A share of questions answered right, 0 to 1, with its 95 % confidence interval. */
export interface Share extends Band {
  readonly share: number;
}

/** A variant of the prompt as its score is shown. */
export interface ScoredVariant {
  /** Tells variants of one name apart. */
  readonly key: string;
  readonly name: string;
  /** The first prompt, written out. */
  readonly detail?: string | undefined;
  /** What was answered here so far; null before it is asked. */
  readonly score: VariantScore | null;
  /** The mean over recorded seeds; null where there is none, or while a guess is asked for. */
  readonly recorded?: Share | null;
}

/** The share right so far; null before the first answer. */
export function shareOf(score: VariantScore | null): Share | null {
  return score && score.of > 0 ? { share: score.right / score.of, ...score.band } : null;
}

/** Sums of partial scores, written as whole questions. */
export function wholeRight({ right }: VariantScore): number {
  return Math.round(right);
}
