import { describe, expect, it } from "vitest";
import { curveFactor, guessShares, measuredOrder, pairsRight } from "./guess";

describe("measuredOrder", () => {
  it("puts the largest first", () => {
    const scores: Readonly<Record<string, number>> = { a: 0.2, b: 0.9, c: 0.5 };
    const order = measuredOrder(
      { kind: "order", runs: ["a", "b", "c"], by: "score" },
      (run) => scores[run] ?? 0,
    );
    expect(order).toEqual(["b", "c", "a"]);
  });
});

describe("pairsRight", () => {
  it("counts pairs", () => {
    expect(pairsRight(["a", "b", "c"], ["a", "b", "c"])).toEqual({ right: 3, all: 3 });
    expect(pairsRight(["c", "b", "a"], ["a", "b", "c"])).toEqual({ right: 0, all: 3 });
    expect(pairsRight(["b", "a", "c"], ["a", "b", "c"])).toEqual({ right: 2, all: 3 });
  });
});

describe("curveFactor", () => {
  const curve = [0, 25, 50, 75, 100].map((x) => ({ x, y: 4 / (1 + x) }));

  it("is one for the measured curve itself", () => {
    expect(
      curveFactor(
        guessShares.map((share) => 4 / (1 + 100 * share)),
        curve,
        100,
      ),
    ).toBeCloseTo(1);
  });

  it("is two where every handle is at twice or half", () => {
    const off = guessShares.map((share, i) => (4 / (1 + 100 * share)) * (i % 2 === 0 ? 2 : 0.5));
    expect(curveFactor(off, curve, 100)).toBeCloseTo(2);
  });
});
