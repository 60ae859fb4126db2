import { describe, expect, it } from "vitest";
import { numbersOf } from "./numbers";

describe("score", () => {
  it.each([
    [0.974, "97%"],
    [0, "0%"],
    [-0.001, "0%"],
    [-0.03, "−3%"],
    [1, "100%"],
  ])("writes %d as %s", (value, text) => {
    expect(numbersOf("zh").score(value)).toBe(text);
    expect(numbersOf("en").score(value)).toBe(text);
  });
});

it("writes round numbers short at an axis", () => {
  expect([300, 3000, 30_000, 1_000_000].map(numbersOf("en").compact)).toEqual(["300", "3K", "30K", "1M"]);
  expect([300, 3000, 30_000, 1_000_000].map(numbersOf("zh").compact)).toEqual([
    "300",
    "3000",
    "3万",
    "100万",
  ]);
});
