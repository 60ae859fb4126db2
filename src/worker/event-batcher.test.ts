import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TrainerEvent } from "./api";
import { EventBatcher, joinLosses } from "./event-batcher";

const losses = (lane: number, ...steps: number[]): TrainerEvent => ({
  kind: "losses",
  lane,
  steps,
  losses: steps.map((step) => step / 10),
});

describe("events from the worker", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("joins the losses of a lane and keeps the order of the rest", () => {
    const pace: TrainerEvent = { kind: "pace", step: 3, stepsPerSecond: 9 };
    expect(joinLosses([losses(0, 1), losses(1, 1), pace, losses(0, 2, 3)])).toEqual([
      { kind: "losses", lane: 0, steps: [1, 2, 3], losses: [0.1, 0.2, 0.3] },
      losses(1, 1),
      pace,
    ]);
  });

  it("joins the series of a lane's objective with its losses", () => {
    const withReward = (...steps: number[]): TrainerEvent =>
      ({ ...losses(0, ...steps), series: { reward: steps.map((step) => -step) } }) as TrainerEvent;
    expect(joinLosses([withReward(1), withReward(2, 3)])).toEqual([withReward(1, 2, 3)]);
  });

  it("does not join losses from before and after a change of backend", () => {
    const change: TrainerEvent = {
      kind: "backend",
      backend: {
        name: "wasm",
        hardware: { kind: "simd", threads: 1 },
        reason: "lost",
        fused: true,
        workers: 1,
      },
      resumedAt: 1,
    };
    expect(joinLosses([losses(0, 1, 2), change, losses(0, 2)])).toHaveLength(3);
  });

  it("comes in at most ten batches a second, and nothing is lost", () => {
    const batcher = new EventBatcher();
    const batches: (readonly TrainerEvent[])[] = [];
    batcher.listener = (events) => void batches.push(events);
    for (let step = 1; step <= 1000; step++) {
      batcher.send(losses(0, step));
      vi.advanceTimersByTime(2);
    }
    batcher.flush();
    expect(batches.length).toBeLessThanOrEqual(22);
    const steps = batches.flat().flatMap((event) => (event.kind === "losses" ? event.steps : []));
    expect(steps).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
  });
});
