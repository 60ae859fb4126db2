import type { PromptMeasure, RaceMeasure } from "../../claims/run";
import type { VariantScore } from "../../experiments/prompt/prompt-progress";
import type { LaneRun } from "../../state/race-events";
import type { LaneState, RaceInfo } from "../../worker/api";

/**
 * A measure of a lane of a race that is done here; NaN where it was not taken. A lane that was stopped on its way,
 * for instance since its loss diverged, has no figures of its end.
 */
export function liveMeasure({ series, state }: LaneRun, of: RaceMeasure, { base, total }: RaceInfo): number {
  const first = series.evaluations[0];
  const isWhole = state !== null && state.stoppedAt === null;
  const last = isWhole ? series.evaluations.at(-1) : undefined;
  switch (of) {
    case "score":
      return last?.score ?? Number.NaN;
    case "heldOutLoss":
      return last?.heldOutLoss ?? Number.NaN;
    case "firstLoss":
      return first?.heldOutLoss ?? Number.NaN;
    case "known":
      return meanExact(last && series.evaluations.findLast(({ probes }) => probes.length > 0)?.probes);
    case "knownBefore":
      return meanExact(base.probes);
    case "trained":
      return state ? trainedOf(state) : Number.NaN;
    case "kept":
      return state ? state.kept + state.head : Number.NaN;
    case "share":
      return state ? trainedOf(state) / total : Number.NaN;
    case "newWording":
    case "onTrained":
    case "nearestIsOwn":
    case "othersCalled":
    case "othersInstructed":
      // Not part of an evaluation during a race.
      return Number.NaN;
    default:
      return of satisfies never;
  }
}

/** The parameters a lane trains, with those of a new classification head. */
export function trainedOf({ trained, head }: LaneState): number {
  return trained + head;
}

function meanExact(probes: readonly { readonly exact: number }[] = []): number {
  return probes.reduce((sum, { exact }) => sum + exact, 0) / probes.length;
}

/** A measure of a variant of the prompt that was asked here; `chance`: the share right of guessing. */
export function livePromptMeasure(score: VariantScore, of: PromptMeasure, chance: number): number {
  switch (of) {
    case "accuracy":
      return score.right / score.of;
    case "low":
    case "high":
      return score.band[of];
    case "chance":
      return chance;
    case "tokens":
      return score.tokens / score.of;
    default:
      return of satisfies never;
  }
}
