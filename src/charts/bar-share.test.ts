import { expect, it } from "vitest";
import { barShare, barTicks } from "./bar-share";

it("fills a bar in proportion, or by its order of magnitude", () => {
  expect(barShare(25, 100, "linear")).toBe(0.25);
  expect(barShare(10, 100, "log")).toBeCloseTo(0.5);
  expect(barShare(1, 100, "log")).toBe(0);
  expect(barShare(0, 100, "log")).toBe(0);
  expect(barShare(500, 100, "log")).toBe(1);
});

it("writes powers of ten below the log bars and ends with the whole", () => {
  expect(barTicks(107_264, "log")).toEqual([1, 10, 100, 1000, 10_000, 107_264]);
  expect(barTicks(12_000, "log")).toEqual([1, 10, 100, 1000, 12_000]);
  expect(barTicks(107_264, "linear")).toEqual([0, 53_632, 107_264]);
});
