import { describe, expect, it } from "vitest";
import { lossAt, nearestStep } from "./curve";

const points = (...pairs: readonly (readonly [number, number])[]) => ({
  xs: pairs.map(([x]) => x),
  ys: pairs.map(([, y]) => y),
});
const long = points([0, 4], [10, 3], [20, 2], [30, 1]);
const short = points([0, 4], [10, 2.5], [12, Number.NaN]);

describe("lossAt", () => {
  it("is the loss measured at that step, and at no other", () => {
    expect(lossAt(long, 10)).toBe(3);
    expect([9, 11, 31].map((step) => lossAt(long, step))).toEqual([undefined, undefined, undefined]);
  });

  it("is none where the loss was not a number", () => {
    expect(lossAt(short, 12)).toBeUndefined();
  });

  it("is the newest where a step was measured twice", () => {
    expect(lossAt(points([5, 2], [5, 1]), 5)).toBe(1);
  });
});

describe("nearestStep", () => {
  it("is a step that was measured", () => {
    expect(nearestStep([long], 14)).toBe(10);
    expect(nearestStep([long], 16)).toBe(20);
    expect(nearestStep([long], 0)).toBe(0);
  });

  it("hears of no curve that ends before", () => {
    expect(nearestStep([short, long], 11)).toBe(10);
    expect(nearestStep([short], 11)).toBeNull();
    expect(nearestStep([short, long], 31)).toBeNull();
    expect(nearestStep([points([21, 1]), long], 22)).toBe(20);
  });
});
