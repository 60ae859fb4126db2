import { describe, expect, it } from "vitest";
import { powerOfTen } from "./power-of-ten";

describe("powerOfTen", () => {
  it.each([
    [1e-6, "6"],
    [2.9e-6, "6"],
    [4e-6, "5"],
    [0.1, "1"],
    [40, "0"],
    [1e-30, "9"],
  ])("%d is about 10 to the −%s", (value, power) => {
    expect(powerOfTen(value)).toBe(power);
  });
});
