import { describe, expect, it } from "vitest";
import { defaultRace } from "../training/default-race";
import { applyEvents, openedProgress } from "./race-events";
import { evaluation, raceInfo } from "./test-trainer";

const start = openedProgress(raceInfo(defaultRace()));

describe("applyEvents", () => {
  it("appends losses and evaluations to their lane and leaves the others as they are", () => {
    const after = applyEvents(start, [
      { kind: "losses", lane: 1, steps: [1, 2], losses: [3, 2] },
      { kind: "losses", lane: 1, steps: [3], losses: [1] },
      { kind: "evaluation", lane: 1, evaluation: evaluation(3, 1.5) },
    ]);
    expect(after.lanes[1]?.series).toEqual({
      steps: [1, 2, 3],
      losses: [3, 2, 1],
      evaluations: [evaluation(3, 1.5)],
    });
    expect(after.lanes[0]).toBe(start.lanes[0]);
    expect(after.step).toBe(3);
  });

  it("keeps the series of a lane's objective beside its losses, and takes them back with them", () => {
    const before = applyEvents(start, [
      { kind: "losses", lane: 0, steps: [1, 2], losses: [3, 2], series: { reward: [0.1, 0.2] } },
      { kind: "losses", lane: 0, steps: [3], losses: [1], series: { reward: [0.3] } },
    ]);
    expect(before.lanes[0]?.series.objective).toEqual({ reward: [0.1, 0.2, 0.3] });
    const backend = { ...start.info!.backend, reason: "lost" } as const;
    const after = applyEvents(before, [{ kind: "backend", backend, resumedAt: 2 }]);
    expect(after.lanes[0]?.series.objective).toEqual({ reward: [0.1, 0.2] });
  });

  it("puts an evaluation in the order of steps; a second at one step keeps examples and probes of the first", () => {
    const rich = {
      ...evaluation(0, 3),
      examples: [{ input: "walk", expected: "walked", answer: "walk", score: 0 }],
      probes: [{ id: "plural", loss: 1, exact: 0.5 }],
    };
    const after = applyEvents(start, [
      { kind: "evaluation", lane: 0, evaluation: evaluation(10) },
      { kind: "evaluation", lane: 0, evaluation: rich },
      { kind: "evaluation", lane: 0, evaluation: evaluation(0, 2) },
    ]);
    expect(after.lanes[0]?.series.evaluations).toEqual([{ ...rich, heldOutLoss: 2 }, evaluation(10)]);
  });

  it("takes back what was shown after the snapshot when a backend is lost", () => {
    const backend = {
      name: "wasm",
      hardware: { kind: "simd", threads: 1 },
      reason: "lost",
      fused: true,
      workers: 1,
    } as const;
    const after = applyEvents(start, [
      { kind: "losses", lane: 0, steps: [1, 2, 3], losses: [3, 2, 1] },
      { kind: "evaluation", lane: 0, evaluation: evaluation(3) },
      { kind: "backend", backend, resumedAt: 2 },
      { kind: "losses", lane: 0, steps: [3], losses: [1.1] },
    ]);
    expect(after.lanes[0]?.series).toEqual({ steps: [1, 2, 3], losses: [3, 2, 1.1], evaluations: [] });
    expect([after.backend?.name, after.resumedAt]).toEqual(["wasm", 2]);
  });

  it("stays failed, with its curves, once training has failed", () => {
    const failure = { kind: "engine", detail: "no memory" } as const;
    const after = applyEvents(start, [
      { kind: "losses", lane: 0, steps: [1], losses: [3] },
      { kind: "failure", failure },
      { kind: "phase", phase: "paused" },
    ]);
    expect([after.phase, after.failure]).toEqual(["failed", failure]);
    expect(after.lanes[0]?.series.losses).toEqual([3]);
  });

  it("is no longer failed once training goes on on another backend", () => {
    const backend = {
      name: "wasm",
      hardware: { kind: "simd", threads: 1 },
      reason: "lost",
      fused: true,
      workers: 1,
    } as const;
    const after = applyEvents(start, [
      { kind: "losses", lane: 0, steps: [1, 2], losses: [3, 2] },
      { kind: "failure", failure: { kind: "engine", detail: "device lost" } },
      { kind: "backend", backend, resumedAt: 1 },
    ]);
    expect([after.phase, after.failure, after.resumedAt]).toEqual(["paused", null, 1]);
    expect(applyEvents(after, [{ kind: "phase", phase: "running" }]).phase).toBe("running");
  });

  it("ignores events of a lane that does not exist", () => {
    expect(applyEvents(start, [{ kind: "losses", lane: 40, steps: [1], losses: [1] }])).toEqual(start);
  });
});
