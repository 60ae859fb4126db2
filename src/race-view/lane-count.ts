import { findMethod } from "../methods/index";
import type { Count, Part } from "../methods/method";
import type { ModelConfig } from "../model/config";
import { newHeadShapes } from "../model/parameters";
import type { LaneSpec } from "../training/race-spec";

/** How many numbers a lane trains and keeps, by formula: known before anything is loaded. */
export function laneCount(lane: LaneSpec, config: ModelConfig): Count {
  return (
    findMethod(lane.method)?.count(config, lane.options) ?? { trained: 0, kept: 0, symbols: "", numbers: "" }
  );
}

/** Every tensor of a lane, by formula: those of its method, and the new head that a task of classes gives every lane. */
export function laneParts(lane: LaneSpec, config: ModelConfig): readonly Part[] {
  const head = Object.entries(newHeadShapes(config.width, config.head)).map(([name, shape]) => ({
    name,
    shape,
    site: name.replace(/\.(weight|bias)$/, ""),
    trained: true,
    kept: true,
  }));
  return [...(findMethod(lane.method)?.parts(config, lane.options) ?? []), ...head];
}
