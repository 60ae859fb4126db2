import { describe, expect, it } from "vitest";
import { leader } from "./summary";

const series = (...losses: number[]) => ({
  steps: [],
  losses: [],
  evaluations: losses.map((heldOutLoss, i) => ({
    step: i * 50,
    heldOutLoss,
    score: 1 / heldOutLoss,
    examples: [],
    probes: [],
  })),
});

describe("leader", () => {
  const lanes = [series(4, 3, 2, 1), series(4, 2, 2.5, 1.5)];

  it("names nobody at the start", () => {
    expect(leader(lanes, 10)).toBeNull();
  });

  it("names the lane with the lowest held-out loss when it was last taken", () => {
    expect(leader(lanes, 70)).toEqual({ lane: 1, score: 0.5 });
    expect(leader(lanes, 149)).toEqual({ lane: 0, score: 0.5 });
  });

  it("passes over a lane whose loss is not a number", () => {
    expect(leader([series(4, Number.NaN), series(4, 3)], 60)?.lane).toBe(1);
  });
});
