import { describe, expect, it } from "vitest";
import { defaultRace } from "../training/default-race";
import { setupKey } from "./lane-result";
import { applyEvents, openedProgress, type Progress, withAdapter } from "./race-events";
import { isOver, laneResult } from "./record-results";
import { evaluation, raceInfo } from "./test-trainer";

const probe = (loss: number, exact: number) => [{ id: "plural", loss, exact }];
const info = raceInfo(defaultRace());
const start = openedProgress({ ...info, base: { ...info.base, score: 0.25, probes: probe(0.5, 0.75) } });
const told = (progress: Progress, step: number, score: number, probes = probe(1.5, 0.5)): Progress =>
  applyEvents(progress, [
    { kind: "evaluation", lane: 1, evaluation: { ...evaluation(step, 0.5), score, probes } },
  ]);

describe("laneResult", () => {
  it("holds what was measured last, what was gained and what was lost", () => {
    const progress = told(told(start, 10, 0.5), 20, 0.75, []);
    expect(laneResult(progress, 1)).toMatchObject({
      lane: { ...info.spec.lanes[1], rateChanges: [] },
      trained: 10,
      step: 20,
      score: 0.75,
      baseScore: 0.25,
      lost: { exact: 0.25, loss: 1 },
      stoppedAt: null,
    });
  });

  it("says what the lane minimised, and with which options the task was set", () => {
    const objective = { id: "dpo", options: { beta: 0.2 } } as const;
    const progress = told(start, 10, 0.5);
    const asked = {
      ...progress,
      info: { ...info, spec: { ...info.spec, taskOptions: { shots: 3 } } },
      lanes: progress.lanes.map((lane) => ({ ...lane, spec: { ...lane.spec!, objective } })),
    };
    const result = laneResult(asked, 1)!;
    expect(result).toMatchObject({ taskOptions: { shots: 3 }, lane: { objective } });
    expect(setupKey(result)).not.toBe(setupKey(laneResult(progress, 1)!));
  });

  it("is null if nothing was measured, or the variables came from a file", () => {
    expect(laneResult(start, 1)).toBeNull();
    expect(laneResult(told(start, 10, 0.5), 9)).toBeNull();
    const loaded = {
      ...start,
      lanes: start.lanes.map((lane) => withAdapter(lane, evaluation(10, 0.5))),
    };
    expect(laneResult(loaded, 1)).toBeNull();
    const ofReward = { ...evaluation(10, 0.5), isOfObjective: true } as const;
    expect(
      laneResult(applyEvents(start, [{ kind: "evaluation", lane: 1, evaluation: ofReward }]), 1),
    ).toBeNull();
  });
});

describe("isOver", () => {
  it("tells finished and stopped lanes from those that run", () => {
    const running: Progress = { ...told(start, 10, 0.5), phase: "running" };
    expect(isOver(running, 1)).toBe(false);
    expect(isOver({ ...running, phase: "done" }, 1)).toBe(true);
    const state = {
      ...info.lanes[1]!,
      status: "stopped" as const,
      stoppedAt: 12,
      stopReason: "not-a-number" as const,
    };
    expect(isOver(applyEvents(running, [{ kind: "lane", lane: 1, state }]), 1)).toBe(true);
  });
});
