import { usualRate } from "../training/default-race";
import { type LaneSpec, rateAt } from "../training/race-spec";

/** The learning rate that a lane's method was found to do best with on a base. */
export function ownRate({ method }: LaneSpec, base: string): number {
  return usualRate(method, base);
}

/**
 * The rate that several methods were given although it is not their usual one: all lanes share it, or lanes of at least two
 * methods were moved to it. Such a race compares learning rates. null where it compares methods.
 */
export function sharedRate(lanes: readonly LaneSpec[], base: string, step: number): number | null {
  const now = lanes.map((lane) => ({ lane, rate: rateAt(lane, step) }));
  for (const rate of new Set(now.map((one) => one.rate))) {
    const together = now.filter((one) => one.rate === rate).map(({ lane }) => lane);
    const moved = together.filter((lane) => ownRate(lane, base) !== rate);
    const isAll = together.length === lanes.length && moved.length > 0 && methodsOf(together) > 1;
    if (isAll || methodsOf(moved) > 1) return rate;
  }
  return null;
}

function methodsOf(lanes: readonly LaneSpec[]): number {
  return new Set(lanes.map(({ method }) => method)).size;
}
