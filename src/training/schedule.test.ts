import { describe, expect, it } from "vitest";
import { evaluationSteps, scheduleAt } from "./schedule";

describe("the learning rate schedule", () => {
  it("warms up over 5 % of the steps, peaks, and ends near 5 %", () => {
    const shares = Array.from({ length: 400 }, (_, step) => scheduleAt(step, 400));
    expect(shares[0]).toBeCloseTo(1 / 20, 5);
    expect(Math.max(...shares)).toBeGreaterThan(0.98);
    expect(shares.indexOf(Math.max(...shares))).toBe(19);
    expect(shares.at(-1)!).toBeCloseTo(0.05, 3);
  });

  it("works for a race of one step", () => expect(scheduleAt(0, 1)).toBe(1));
});

describe("when lanes are evaluated", () => {
  it.each([1, 7, 40, 400, 5000])(
    "about forty times in %i steps, always at the end and there in detail",
    (steps) => {
      const due = evaluationSteps(steps);
      expect(due.size).toBeLessThanOrEqual(41);
      expect(due.get(steps)).toBe("detailed");
      expect(Math.max(...due.keys())).toBe(steps);
    },
  );

  it("first in detail soon, then now and then", () => {
    const detailed = [...evaluationSteps(200)]
      .filter(([, kind]) => kind === "detailed")
      .map(([step]) => step);
    expect(detailed).toEqual([5, 20, 40, 80, 120, 160, 200]);
  });
});
