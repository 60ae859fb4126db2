import { parseOptions } from "../lib/options";
import { findMethod } from "../methods/index";
import type { ModelConfig } from "../model/config";
import { countParameters } from "../model/parameters";
import type { LaneSpec } from "../training/race-spec";

/**
 * Arithmetic of a lane's step: every product is made once forward and once backward for its input, and once more for the
 * gradient of what is trained.
 */
function workOf({ method: id, options }: LaneSpec, config: ModelConfig): number {
  const method = findMethod(id);
  if (!method) return 2;
  const { trained } = method.count(config, parseOptions(method.options, options));
  return 2 + Math.min(1, trained / countParameters(config));
}

/**
 * Which lanes go to which worker: the heaviest first, each to the worker with the least work. Within a worker the lanes
 * keep their order. Workers left without a lane are not listed.
 */
export function spreadLanes(lanes: readonly LaneSpec[], workers: number, config: ModelConfig): number[][] {
  const groups = Array.from({ length: Math.min(workers, lanes.length) }, () => ({
    work: 0,
    lanes: [] as number[],
  }));
  const heaviest = lanes.map((lane, index) => ({ index, work: workOf(lane, config) }));
  heaviest.sort((a, b) => b.work - a.work || a.index - b.index);
  for (const { index, work } of heaviest) {
    const least = groups.reduce((best, group) => (group.work < best.work ? group : best));
    least.lanes.push(index);
    least.work += work;
  }
  return groups.map((group) => group.lanes.sort((a, b) => a - b));
}
