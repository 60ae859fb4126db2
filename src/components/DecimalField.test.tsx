import { describe, expect, it } from "vitest";
import { neighbour } from "./DecimalField";

describe("neighbour", () => {
  it.each([
    [0.001, true, 0.002],
    [0.002, true, 0.005],
    [0.005, true, 0.01],
    [0.01, false, 0.005],
    [1, false, 0.5],
    [0.003, true, 0.005],
    [0.003, false, 0.002],
    [1e-6, true, 2e-6],
  ])("of %d, up %s, is %d", (value, up, expected) => {
    expect(neighbour(value, up)).toBe(expected);
  });

  it("leaves zero upwards", () => {
    expect(neighbour(0, true)).toBeGreaterThan(0);
    expect(neighbour(0, false)).toBe(0);
  });
});
