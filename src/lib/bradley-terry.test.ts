import { describe, expect, it } from "vitest";
import { fitBradleyTerry } from "./bradley-terry";
import { createRandom } from "./random";

const prior = 0.3;

/** The sum that the weights make as small as they can. */
function objective(differences: readonly Float64Array[], weights: ArrayLike<number>): number {
  const margin = (difference: Float64Array): number =>
    difference.reduce((sum, value, i) => sum + value * weights[i]!, 0);
  const losses = differences.map((difference) => Math.log1p(Math.exp(-margin(difference))));
  const penalty = Array.from(weights).reduce((sum, weight) => sum + prior * weight ** 2, 0);
  return losses.reduce((sum, loss) => sum + loss, penalty);
}

describe("fitBradleyTerry", () => {
  it("finds the weight of one feature that the derivative is 0 at", () => {
    const [weight] = fitBradleyTerry([Float64Array.of(1)], 1, prior);
    // −σ(−w) + 2 · prior · w = 0
    expect(2 * prior * weight!).toBeCloseTo(1 / (1 + Math.exp(weight!)), 8);
  });

  it("finds the smallest sum: a step to any side makes it larger", () => {
    const random = createRandom("pairs");
    const size = 6;
    const differences = Array.from({ length: 40 }, () =>
      Float64Array.from({ length: size }, () => random.integer(5) - 2),
    );
    const weights = fitBradleyTerry(differences, size, prior);
    const least = objective(differences, weights);
    for (let i = 0; i < size; i++)
      for (const step of [-1e-3, 1e-3]) {
        const moved = weights.map((weight, j) => (i === j ? weight + step : weight));
        expect(objective(differences, moved)).toBeGreaterThan(least);
      }
  });

  it("leaves every weight at 0 where there is nothing to learn from", () => {
    expect([...fitBradleyTerry([], 3, prior)]).toEqual([0, 0, 0]);
    const [seen, unseen] = fitBradleyTerry([Float64Array.of(2, 0)], 2, prior);
    expect(seen).toBeGreaterThan(0.3);
    expect(unseen).toBe(0);
  });
});
