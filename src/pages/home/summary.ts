import type { Series } from "../../state/race-events";

/** Where a race stands, for one sentence. */
export interface Standing {
  readonly step: number;
  /** The lane with the lowest held-out loss, and its score; null before the first step. */
  readonly ahead: { readonly lane: number; readonly score: number } | null;
}

/** Where the race stood at the last of `pauses` even marks, so that the sentence changes calmly. */
export function standing(series: readonly Series[], steps: number, step: number, pauses = 8): Standing {
  const mark = Math.floor((step / steps) * pauses) * (steps / pauses);
  const latest = series.map(({ evaluations }) =>
    evaluations.filter((evaluation) => evaluation.step <= mark).at(-1),
  );
  let ahead: Standing["ahead"] = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const [lane, evaluation] of latest.entries()) {
    if (!evaluation || evaluation.step === 0 || !(evaluation.heldOutLoss < lowest)) continue;
    lowest = evaluation.heldOutLoss;
    ahead = { lane, score: evaluation.score };
  }
  return { step: Math.round(mark), ahead };
}
