import { describe, expect, it } from "vitest";
import { standing } from "./summary";

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

describe("standing", () => {
  const lanes = [series(4, 3, 2, 1), series(4, 2, 2.5, 1.5)];

  it("names nobody at the start", () => {
    expect(standing(lanes, 400, 10)).toEqual({ step: 0, ahead: null });
  });

  it("names the lane with the lowest held-out loss at the last mark", () => {
    expect(standing(lanes, 400, 70)).toEqual({ step: 50, ahead: { lane: 1, score: 0.5 } });
    expect(standing(lanes, 400, 149)).toEqual({ step: 100, ahead: { lane: 0, score: 0.5 } });
  });

  it("passes over a lane whose loss is not a number", () => {
    expect(standing([series(4, Number.NaN), series(4, 3)], 400, 60).ahead?.lane).toBe(1);
  });
});
