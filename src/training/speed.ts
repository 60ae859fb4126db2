import * as tf from "@tensorflow/tfjs-core";
import type { Base } from "../bases/base";
import { counters, resetCounters } from "../engine/counters";
import type { Engine } from "../engine/engine";
import { median } from "../lib/median";
import { defaultOptions } from "../lib/options";
import { createRandom } from "../lib/random";
import type { Method } from "../methods/method";
import { tokensHead } from "../model/config";
import { initialParams } from "../model/init";
import { type Batch, disposeBatch, stack } from "./batch";
import { speedBatch } from "./default-race";
import { toModel } from "./load-base";
import { TrainingSession } from "./session";

/** What one training step of a method costs, counted and timed on this machine. */
export interface SpeedReport {
  readonly base: string;
  readonly method: string;
  /** Parameters the optimiser moves, and those that must be stored in the end. */
  readonly trained: number;
  readonly kept: number;
  /** Floating-point operations of the forward pass and of the whole step, in products and attention. */
  readonly flops: { readonly forward: number; readonly step: number };
  /** Bytes: results of the forward pass that wait for the backward pass, gradients, AdamW's moments, the saved file's numbers. */
  readonly bytes: {
    readonly activations: number;
    readonly gradients: number;
    readonly moments: number;
    readonly file: number;
  };
  /** Programs started on the GPU in a step; 0 elsewhere. */
  readonly dispatches: number;
  /** Medians in milliseconds. */
  readonly time: { readonly forward: number; readonly step: number };
}

/** How long steps of a method are taken before and while they are timed, in milliseconds, and how many count at least. */
const timed = { warmUp: 300, milliseconds: 700, steps: 5 };

/** Takes steps of a method with its default options on a base of random numbers: what they are changes no cost. */
export async function measureSpeed(engine: Engine, base: Base, method: Method): Promise<SpeedReport> {
  const { config } = base;
  const model = toModel(config, initialParams(config, createRandom("speed")));
  const options = defaultOptions(method.options);
  const session = new TrainingSession(engine, model, { method, options, seed: 0, head: tokensHead });
  const tokens = new Int32Array(config.context).fill(1);
  const example = { tokens, targets: tokens, weights: new Float32Array(config.context).fill(1) };
  const batch = stack(Array.from({ length: speedBatch }, () => example));
  const finish = async (loss: tf.Tensor): Promise<void> => {
    await loss.data();
    loss.dispose();
  };
  // As the step does it: from the second time on by a replay, where the engine can.
  const lossAlone = session.repeating((one) => ({ loss: session.loss(one), gradients: {} }));
  const forward = (): Promise<void> => finish(tf.tidy(() => lossAlone.of(batch).loss));
  const step = (): Promise<void> => finish(session.step(batch, 1e-4));

  // Before it counts: programs are compiled, and JavaScript is, too, once it is seen to be used often.
  const warmUp = performance.now();
  do {
    await forward();
    await step();
  } while (performance.now() - warmUp < timed.warmUp);
  const count = async (run: () => Promise<void>): Promise<typeof counters> => {
    resetCounters();
    await run();
    return { ...counters };
  };
  const counted = { forward: await count(forward), step: await count(step) };
  const times = { forward: [] as number[], step: [] as number[] };
  const start = performance.now();
  while (performance.now() - start < timed.milliseconds || times.step.length < timed.steps) {
    times.forward.push(await timeOf(forward));
    times.step.push(await timeOf(step));
  }
  const { trained, kept, stored } = session.counts;
  const report: SpeedReport = {
    base: base.id,
    method: method.id,
    trained,
    kept,
    flops: { forward: counted.forward.flops, step: counted.step.flops },
    bytes: {
      activations: activations(session, batch),
      gradients: 4 * trained,
      moments: 8 * trained,
      file: 4 * stored,
    },
    dispatches: counted.step.dispatches,
    time: { forward: median(times.forward), step: median(times.step) },
  };
  lossAlone.dispose();
  session.dispose();
  disposeBatch(batch);
  tf.dispose(Object.values(model.params));
  return report;
}

/** Bytes that the forward pass leaves for the backward pass, beside the parameters and the batch, which are there anyway. */
function activations(session: TrainingSession, batch: Batch): number {
  const { tokens, counted } = batch;
  const there = [session.model.params, session.variables, session.fixed, { tokens }, counted].flatMap(
    Object.values,
  );
  const known = new Set<object>(there.map(({ dataId }: tf.Tensor) => dataId));
  // By their memory: what is kept for two operations waits only once.
  const waiting = new Map<object, number>();
  const lossOf = (): tf.Scalar => {
    const loss = session.loss(batch);
    for (const { saved } of tf.engine().state.activeTape ?? []) {
      for (const tensor of saved ?? [])
        if (!known.has(tensor.dataId)) waiting.set(tensor.dataId, 4 * tensor.size);
    }
    return loss;
  };
  tf.tidy(() => {
    tf.engine().gradients(lossOf, Object.values(session.variables), undefined, true);
  });
  return [...waiting.values()].reduce((sum, bytes) => sum + bytes, 0);
}

async function timeOf(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
