import type { Series } from "../state/race-events";
import type { RateChange } from "../training/race-spec";
import type { Point } from "./down-sample";

/** A lane as a chart draws it. Name and look are given: a chart knows no method. */
export interface Curve {
  readonly name: string;
  /** A CSS colour: "var(--hue-blue)". */
  readonly color: string;
  /** Lengths for stroke-dasharray; undefined: a solid line. */
  readonly dash: string | undefined;
  readonly marker: "circle" | "diamond" | "square" | "triangle" | "cross" | "star";
  readonly series: Series;
  /** How far the line is drawn beyond the last held-out loss that was measured: a picture of what comes, no number. */
  readonly tip?: Point | undefined;
  /** The lane's loss was not a number at this step. */
  readonly stoppedAt: number | null;
  /** Steps at which the lane's learning rate changes. */
  readonly rateChanges?: readonly RateChange[];
  /** Was run beforehand: a thin line and a hollow point; unnamed beside a live curve of the same name. */
  readonly recorded?: boolean;
}

/** Tells the curves of one chart apart: a recorded and a live one may share a name. */
export function curveKey({ name, recorded }: Curve): string {
  return recorded ? `recorded ${name}` : name;
}

export type LossKind = "heldOut" | "training";

/** Steps, and what was measured there. */
export interface LossPoints {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** All points of a lane's loss of that kind. */
export function lossPoints({ series }: Curve, kind: LossKind): LossPoints {
  if (kind === "training") return { xs: series.steps, ys: series.losses };
  return {
    xs: series.evaluations.map(({ step }) => step),
    ys: series.evaluations.map(({ heldOutLoss }) => heldOutLoss),
  };
}

/** The loss measured at this very step; undefined where there was none, or it was not a number. */
export function lossAt({ xs, ys }: LossPoints, step: number): number | undefined {
  const loss = ys[xs.lastIndexOf(step)];
  return Number.isFinite(loss) ? loss : undefined;
}

/** The measured step nearest to one pointed at, among the curves that go that far; null where none does. */
export function nearestStep(curves: readonly LossPoints[], pointed: number): number | null {
  let best: number | null = null;
  for (const { xs, ys } of curves) {
    const measured = xs.filter((_, i) => Number.isFinite(ys[i]));
    if ((measured.at(-1) ?? -1) < pointed) continue;
    for (const x of measured) if (best === null || Math.abs(x - pointed) < Math.abs(best - pointed)) best = x;
  }
  return best;
}
