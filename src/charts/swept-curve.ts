import type { Curve } from "./curve";

/** The losses of one method over its learning rates. */
export interface SweptCurve extends Pick<Curve, "name" | "color" | "dash" | "marker"> {
  /** By rising rate. */
  readonly losses: readonly { readonly rate: number; readonly loss: number }[];
  /** The method's own rate. */
  readonly best: number | undefined;
}

export interface SweepChartProps {
  readonly curves: readonly SweptCurve[];
  /** The rate that is asked about. */
  readonly rate: number;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly summary: string;
}
