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

/** All points of a lane's loss of that kind. */
export function lossPoints(
  { series }: Curve,
  kind: LossKind,
): { readonly xs: readonly number[]; readonly ys: readonly number[] } {
  if (kind === "training") return { xs: series.steps, ys: series.losses };
  return {
    xs: series.evaluations.map(({ step }) => step),
    ys: series.evaluations.map(({ heldOutLoss }) => heldOutLoss),
  };
}

/** The value shown nearest to a step; undefined before anything was shown. */
export function nearest(
  { xs, ys }: { readonly xs: readonly number[]; readonly ys: readonly number[] },
  step: number,
): Point | undefined {
  let best: Point | undefined;
  for (const [i, x] of xs.entries()) {
    const y = ys[i];
    if (y === undefined || !Number.isFinite(y)) continue;
    if (!best || Math.abs(x - step) <= Math.abs(best.x - step)) best = { x, y };
  }
  return best;
}
