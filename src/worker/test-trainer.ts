import { expect, vi } from "vitest";
import { nodeCheckpoints, nodeEngineFiles } from "../cli/node-files";
import { startEngine } from "../engine/engine";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import type { TrainerEvent } from "./api";
import type { ChosenEngine } from "./choose-backend";
import type { TrainerSources } from "./sources";
import { ExperimentTrainer } from "./trainer";

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
  choice: {
    name: "wasm",
    hardware: { kind: "simd", threads: 1 },
    reason: "no-webgpu",
    fused: true,
    workers: 1,
  },
});

/** A trainer with its events collected. */
export async function makeTrainer(sources: Partial<TrainerSources> = {}) {
  const trainer = new ExperimentTrainer({
    engine: nodeEngineFiles,
    checkpoints: nodeCheckpoints,
    choose: wasm,
    ...sources,
  });
  const events: TrainerEvent[] = [];
  await trainer.listen((batch) => void events.push(...batch));
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

/**
 * A GPU to be lost, computed on wasm. After `break` its operations throw, and a little later the loss is announced, as on
 * a real one; `lose` announces it at once. `breakAt`: it breaks by itself when so many lanes' updates have been asked of it.
 */
export function frailGpu({ breakAt = Number.POSITIVE_INFINITY } = {}) {
  let isBroken = false;
  let updates = 0;
  let lose: (why: string) => void = () => {};
  const lost = new Promise<string>((resolve) => {
    lose = resolve;
  });
  const refuse = (): void => {
    if (!isBroken) return;
    setTimeout(() => lose("unplugged"), 20);
    throw new Error("device lost");
  };
  const choose = async (): Promise<ChosenEngine> => {
    const { engine } = await wasm();
    const ops = new Proxy(engine.ops, {
      get(all, name, self) {
        refuse();
        return Reflect.get(all, name, self) as unknown;
      },
    });
    const applyAdamW: typeof engine.applyAdamW = (...args) => {
      isBroken ||= ++updates === breakAt;
      refuse();
      engine.applyAdamW(...args);
    };
    const hardware = { kind: "gpu", name: "frail" } as const;
    const choice = { name: "webgpu", hardware, reason: "fastest", fused: false, workers: 1 } as const;
    return { engine: { ...engine, ops, applyAdamW, lost, record: null }, choice };
  };
  return {
    sources: { choose, replace: wasm },
    lose: () => lose("unplugged"),
    break: () => {
      isBroken = true;
    },
  };
}
