import { describe, expect, it } from "vitest";
import type { Prediction } from "../../lessons/lesson";
import { curveFactor, guessShares, measuredOption, measuredOrder, pairsRight } from "./guess";

describe("measuredOrder", () => {
  it("puts the largest first", () => {
    const scores: Readonly<Record<string, number>> = { a: 0.2, b: 0.9, c: 0.5 };
    const order = measuredOrder(
      { kind: "order", runs: ["a", "b", "c"], by: "score" },
      (run) => scores[run] ?? 0,
    );
    expect(order).toEqual(["b", "c", "a"]);
  });

  it("has none where one of them was not measured", () => {
    const one = (run: string): number => (run === "a" ? 1 : Number.NaN);
    expect(measuredOrder({ kind: "order", runs: ["a", "b"], by: "score" }, one)).toBeNull();
  });
});

describe("measuredOption", () => {
  const predict = {
    kind: "choice",
    options: ["a", "b"],
    answer: (of) => (of("lora", "score") > of("full", "score") ? "a" : "b"),
  } as const satisfies Prediction;

  it("is what the figures answer", () => {
    expect(measuredOption(predict, (run) => (run === "lora" ? 0.9 : 0.8))).toBe("a");
    expect(measuredOption(predict, (run) => (run === "lora" ? 0.7 : 0.8))).toBe("b");
  });

  it("is nothing where one of them is missing", () => {
    expect(measuredOption(predict, (run) => (run === "lora" ? 0.9 : Number.NaN))).toBeNull();
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
