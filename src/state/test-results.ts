import type { MethodId } from "../methods/index";
import { defaultLane } from "../training/default-race";
import type { LaneResult } from "./lane-result";

/** A finished run for tests. */
export function laneRun(method: MethodId, changed: Partial<LaneResult> = {}): LaneResult {
  const { options, learningRate } = defaultLane(method);
  return {
    base: "toolbox-micro",
    from: "pretrained",
    task: "numerals",
    lane: { method, options: { ...options }, learningRate, rateChanges: [] },
    batch: 32,
    steps: 200,
    seed: 1,
    trained: 2048,
    kept: 2048,
    head: 0,
    step: 200,
    score: 0.5,
    heldOutLoss: 0.1,
    baseScore: 0,
    lost: { exact: 0.1, loss: 0.2 },
    stoppedAt: null,
    ...changed,
  };
}
