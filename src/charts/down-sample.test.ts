import { array, assert, float, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { downSample } from "./down-sample";

const steps = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

describe("downSample", () => {
  it("leaves a short curve as it is, without values that are no numbers", () => {
    expect(downSample([1, 2, 3], [0.5, Number.NaN, 0.25], 10)).toEqual([
      { x: 1, y: 0.5 },
      { x: 3, y: 0.25 },
    ]);
  });

  it("keeps a single spike and a single dip among thousands of points", () => {
    const ys = steps(5000).map(() => 1);
    ys[1234] = 9;
    ys[4321] = 0.001;
    const kept = downSample(steps(5000), ys, 200);
    expect(kept).toContainEqual({ x: 1235, y: 9 });
    expect(kept).toContainEqual({ x: 4322, y: 0.001 });
  });

  it("keeps to the limit, the ends, the order and the extremes of any curve", () => {
    assert(
      property(
        array(float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 900 }),
        integer({ min: 4, max: 400 }),
        (ys, limit) => {
          const xs = steps(ys.length);
          const kept = downSample(xs, ys, limit);
          expect(kept.length).toBeLessThanOrEqual(limit);
          expect(kept[0]).toEqual({ x: 1, y: ys[0] });
          expect(kept.at(-1)).toEqual({ x: ys.length, y: ys.at(-1) });
          expect(kept.map(({ x }) => x)).toEqual([...new Set(kept.map(({ x }) => x))].sort((a, b) => a - b));
          expect(Math.max(...kept.map(({ y }) => y))).toBe(Math.max(...ys));
          expect(Math.min(...kept.map(({ y }) => y))).toBe(Math.min(...ys));
        },
      ),
    );
  });
});
