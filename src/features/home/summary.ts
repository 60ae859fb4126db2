import type { Series } from "../../state/race-events";

/** A lane and the score it had when it was last evaluated. */
export interface Leader {
  readonly lane: number;
  readonly score: number;
}

/** The lane with the lowest held-out loss at a step; null before the first step. */
export function leader(series: readonly Series[], step: number): Leader | null {
  const latest = series.map(({ evaluations }) =>
    evaluations.findLast((evaluation) => evaluation.step <= step),
  );
  let ahead: Leader | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const [lane, evaluation] of latest.entries()) {
    if (!evaluation || evaluation.step === 0 || !(evaluation.heldOutLoss < lowest)) continue;
    lowest = evaluation.heldOutLoss;
    ahead = { lane, score: evaluation.score };
  }
  return ahead;
}
