import type { WeightChange } from "../../training/weight-change";

/** Smaller than this share of ‖W‖ a singular value is rounding: weights hold seven figures. */
const roundingShare = 1e-6;

/** The singular values of a change that are more than rounding. */
export function realValues({ singularValues, baseNorm }: WeightChange): readonly number[] {
  return singularValues.filter((value) => value > roundingShare * baseNorm);
}

/** Whether a method has changed the matrix at all. */
export function isTouched(change: WeightChange): boolean {
  return realValues(change).length > 0;
}

/** How much of a change its `count` strongest directions hold: their share of the sum of squares, 0 to 1. */
export function topShare({ singularValues }: WeightChange, count: number): number {
  const squares = singularValues.map((value) => value * value);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const all = sum(squares);
  return all === 0 ? 0 : sum(squares.slice(0, count)) / all;
}

/** ‖ΔW‖ / ‖W‖. */
export function relativeNorm({ norm, baseNorm }: WeightChange): number {
  return baseNorm === 0 ? 0 : norm / baseNorm;
}
