import type { LaneSpec } from "../training/race-spec";

/** Counting arithmetic alone, a lane that leaves the base frozen is two thirds of one that trains all of it. */
const work = ({ method }: LaneSpec): number => (method === "full" ? 3 : 2);

/**
 * Which lanes go to which worker: the heaviest first, each to the worker that has least to do. Within a worker the order
 * of the lanes stays. Workers left without a lane are not listed.
 */
export function spreadLanes(lanes: readonly LaneSpec[], workers: number): number[][] {
  const groups = Array.from({ length: Math.min(workers, lanes.length) }, () => ({
    work: 0,
    lanes: [] as number[],
  }));
  const heaviest = lanes.map((lane, index) => ({ index, work: work(lane) }));
  heaviest.sort((a, b) => b.work - a.work || a.index - b.index);
  for (const { index, work } of heaviest) {
    const least = groups.reduce((best, group) => (group.work < best.work ? group : best));
    least.lanes.push(index);
    least.work += work;
  }
  return groups.map((group) => group.lanes.sort((a, b) => a - b));
}
