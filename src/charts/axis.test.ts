import { describe, expect, it } from "vitest";
import { closeUp, fitDomain, lossDomain, ticks } from "./axis";

describe("lossDomain", () => {
  it("starts at zero on a linear axis and two decades down on a log axis", () => {
    expect(lossDomain([3.4], 3.4, "linear")).toEqual([0, 4]);
    expect(lossDomain([3.4], 3.4, "log")).toEqual([0.04, 4]);
    expect(lossDomain([0.0032, 4.4], 3.4, "log")).toEqual([0.002, 5]);
  });

  it("keeps its size when a curve blows up or is no number", () => {
    expect(lossDomain([1e9, Number.NaN, Number.POSITIVE_INFINITY, 2], 3.4, "linear")).toEqual([0, 4]);
  });
});

describe("fitDomain", () => {
  it("enlarges curves that lie in a narrow band, and leaves others alone", () => {
    expect(fitDomain([0.05, 5], [4.8, 3.94, 4.02], "log")).toEqual([3, 5]);
    expect(fitDomain([0, 5], [4.8, 3.94], "linear")).toEqual([3, 5]);
    expect(fitDomain([0.003, 0.4], [0.32, 0.03], "log")).toEqual([0.003, 0.4]);
    expect(fitDomain([0.05, 5], [4.8], "log")).toEqual([0.05, 5]);
  });

  it("has ticks to read it by", () => {
    expect(ticks([3, 5], "log", 4)).toEqual([3, 3.5, 4, 4.5, 5]);
  });
});

describe("ticks", () => {
  it("are round on a linear axis", () => {
    expect(ticks([0, 4], "linear", 4)).toEqual([0, 1, 2, 3, 4]);
    expect(ticks([0, 400], "linear", 4)).toEqual([0, 100, 200, 300, 400]);
    expect(ticks([0, 0.3], "linear", 3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticks([0, 1], "linear", 4)).toContain(1);
  });

  it("are 1, 2, 5, or 1, 3, or decades on a log axis, never too many", () => {
    expect(ticks([0.1, 4], "log", 4)).toEqual([0.1, 0.2, 0.5, 1, 2]);
    expect(ticks([0.05, 5], "log", 4)).toEqual([0.1, 0.3, 1, 3]);
    expect(ticks([0.002, 5], "log", 4)).toEqual([0.01, 0.1, 1]);
    expect(ticks([1e-5, 10], "log", 4).length).toBeLessThanOrEqual(5);
  });
});

describe("closeUp", () => {
  it("shows the best values and those near them", () => {
    expect(closeUp([0.97, 0.914, 0.2])).toEqual([0.9, 1]);
    expect(closeUp([0.5, 0.45, 0])).toEqual([0.4, 0.55]);
  });

  it("always has room between its ends", () => {
    for (const values of [[], [0], [1], [1, 1], [0.05]]) {
      const [low, high] = closeUp(values);
      expect(high).toBeGreaterThan(low);
    }
  });
});
