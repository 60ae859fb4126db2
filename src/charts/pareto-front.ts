import type { Point } from "./down-sample";

/** The points that no other beats: none has at least their y with less x, nor more y with the same x. By x, rising; each point once. */
export function paretoFront<P extends Point>(points: readonly P[]): readonly P[] {
  const byCost = [...points].sort((a, b) => a.x - b.x || b.y - a.y);
  let best = Number.NEGATIVE_INFINITY;
  return byCost.filter(({ y }) => {
    if (y <= best) return false;
    best = y;
    return true;
  });
}
