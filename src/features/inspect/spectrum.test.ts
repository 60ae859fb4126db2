import { describe, expect, it } from "vitest";
import type { WeightChange } from "../../training/weight-change";
import { isTouched, realValues, relativeNorm, topShare } from "./spectrum";

const change = (singularValues: readonly number[], baseNorm = 10): WeightChange => ({
  rows: 4,
  columns: 4,
  singularValues,
  norm: Math.hypot(...singularValues),
  baseNorm,
});

describe("the spectrum of a change", () => {
  it("leaves out what is rounding only", () => {
    expect(realValues(change([2, 0.5, 1e-6, 0]))).toEqual([2, 0.5]);
    expect(isTouched(change([1e-7, 0, 0]))).toBe(false);
    expect(isTouched(change([1e-3]))).toBe(true);
  });

  it("is held by its strongest directions, measured in squares", () => {
    expect(topShare(change([3, 2, 1]), 1)).toBeCloseTo(9 / 14);
    expect(topShare(change([3, 2, 1]), 3)).toBe(1);
    expect(topShare(change([0, 0]), 1)).toBe(0);
  });

  it("is told beside the size of the matrix", () => {
    expect(relativeNorm(change([3, 4]))).toBeCloseTo(0.5);
    expect(relativeNorm(change([], 0))).toBe(0);
  });
});
