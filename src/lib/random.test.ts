import { describe, expect, it } from "vitest";
import { createRandom } from "./random";

const draw = (seed: number | string, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe("seeded random numbers", () => {
  it("are the same for the same seed and differ for another", () => {
    expect(draw(1, 50)).toEqual(draw(1, 50));
    expect(draw(1, 50)).not.toEqual(draw(2, 50));
  });

  it("fork by label, whatever was drawn before", () => {
    const fresh = createRandom(7).fork("a").next();
    const used = createRandom(7);
    for (let i = 0; i < 10; i++) used.next();
    expect(used.fork("a").next()).toBe(fresh);
    expect(used.fork("b").next()).not.toBe(fresh);
  });

  it("are uniform in [0, 1), and integers cover their range evenly", () => {
    const values = draw(3, 20_000);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(0.5, 1);
    const random = createRandom(4);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 20_000; i++) counts[random.integer(10)]!++;
    expect(Math.min(...counts)).toBeGreaterThan(1800);
    expect(Math.max(...counts)).toBeLessThan(2200);
  });

  it("are normal with mean 0 and deviation 1, and always finite", () => {
    const random = createRandom(5);
    const values = Array.from({ length: 20_000 }, () => random.normal());
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(values.every(Number.isFinite)).toBe(true);
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });

  it("shuffle keeps every element, pick refuses an empty list", () => {
    const items = Array.from({ length: 100 }, (_, i) => i);
    const shuffled = createRandom(6).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
    expect(() => createRandom(6).pick([])).toThrow();
  });
});
