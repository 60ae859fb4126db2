import { expect, vi } from "vitest";
import { nodeCheckpoints, nodeEngineFiles } from "../cli/node-files";
import { startEngine } from "../engine/engine";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import type { TrainerEvent } from "./api";
import type { ChosenEngine } from "./choose-backend";
import type { TrainerSources } from "./prepare-race";
import { RaceTrainer } from "./trainer";

/** Two lanes of a small race, and the race, for tests. */
export const lanes: readonly LaneSpec[] = [
  { method: "full", options: {}, learningRate: 0.003 },
  { method: "lora", options: { rank: 2, alpha: 4, targets: ["attention.query"] }, learningRate: 0.01 },
];
export const spec: RaceSpec = {
  base: "toolbox-nano",
  from: "untrained",
  task: "past-tense",
  lanes,
  batch: 4,
  steps: 12,
  seed: 1,
};

export const wasm = async (): Promise<ChosenEngine> => ({
  engine: await startEngine("wasm", nodeEngineFiles),
  choice: { name: "wasm", detail: "", reason: "no-webgpu", fused: true, workers: 1 },
});

/** A trainer with its news collected. */
export async function makeTrainer(sources: Partial<TrainerSources> = {}) {
  const trainer = new RaceTrainer({
    engine: nodeEngineFiles,
    checkpoints: nodeCheckpoints,
    choose: wasm,
    ...sources,
  });
  const events: TrainerEvent[] = [];
  await trainer.listen((news) => void events.push(...news));
  const losses = (lane: number): number[] =>
    events.flatMap((event) => (event.kind === "losses" && event.lane === lane ? event.losses : []));
  const phases = (): string[] => events.flatMap((event) => (event.kind === "phase" ? event.phase : []));
  return { trainer, events, losses, phases };
}

/** A trainer that has run a race to its end, or to its failure. */
export async function runToEnd(spec: RaceSpec, sources: Partial<TrainerSources> = {}) {
  const made = await makeTrainer(sources);
  const opened = await made.trainer.open(spec, null);
  await made.trainer.play();
  const failures = (): string[] =>
    made.events.flatMap((event) =>
      event.kind === "failure" && "detail" in event.failure ? [event.failure.detail ?? ""] : [],
    );
  await vi.waitFor(() => expect(made.phases().includes("done") || failures().length > 0).toBe(true), 60_000);
  return { ...made, opened, failed: failures()[0] };
}
