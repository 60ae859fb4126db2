import type { Measure } from "../../claims/claim";
import type { LaneRun } from "../../state/race-events";
import type { LaneState } from "../../worker/api";

/** A measure of a lane that has come to its last step here; NaN where it was not taken. */
export function liveMeasure({ series, state }: LaneRun, of: Measure, total: number): number {
  const first = series.evaluations[0];
  const last = series.evaluations.at(-1);
  switch (of) {
    case "score":
      return last?.score ?? Number.NaN;
    case "heldOutLoss":
      return last?.heldOutLoss ?? Number.NaN;
    case "firstLoss":
      return first?.heldOutLoss ?? Number.NaN;
    case "known":
      return meanExact(series.evaluations.findLast(({ probes }) => probes.length > 0)?.probes);
    case "knownBefore":
      return meanExact(series.evaluations.find(({ probes }) => probes.length > 0)?.probes);
    case "trained":
      return state ? trainedOf(state) : Number.NaN;
    case "kept":
      return state ? state.kept + state.head : Number.NaN;
    case "share":
      return state ? trainedOf(state) / total : Number.NaN;
    default:
      return of satisfies never;
  }
}

/** The numbers a lane trains, those of the new head of a task of classes among them. */
export function trainedOf({ trained, head }: LaneState): number {
  return trained + head;
}

function meanExact(probes: readonly { readonly exact: number }[] = []): number {
  return probes.reduce((sum, { exact }) => sum + exact, 0) / probes.length;
}
