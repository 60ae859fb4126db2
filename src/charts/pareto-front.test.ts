import fc from "fast-check";
import { expect, it } from "vitest";
import { paretoFront } from "./pareto-front";

const point = fc.record({ x: fc.integer({ min: 1, max: 9 }), y: fc.integer({ min: 0, max: 9 }) });

it("leaves out what costs more without doing better", () => {
  const front = paretoFront([
    { x: 100, y: 0.9 },
    { x: 10, y: 0.5 },
    { x: 50, y: 0.5 },
    { x: 10, y: 0.4 },
    { x: 500, y: 0.8 },
  ]);
  expect(front).toEqual([
    { x: 10, y: 0.5 },
    { x: 100, y: 0.9 },
  ]);
});

it("holds exactly the points that no other beats, and rises", () => {
  fc.assert(
    fc.property(fc.array(point), (points) => {
      const front = paretoFront(points);
      const isBeaten = (p: (typeof points)[number]): boolean =>
        points.some((q) => (q.x < p.x && q.y >= p.y) || (q.x === p.x && q.y > p.y));
      expect(front.filter(isBeaten)).toEqual([]);
      for (const p of points.filter((one) => !isBeaten(one))) expect(front).toContainEqual(p);
      front.slice(1).forEach((p, i) => {
        expect(p.x).toBeGreaterThan(front[i]!.x);
        expect(p.y).toBeGreaterThan(front[i]!.y);
      });
    }),
  );
});
