import * as tf from "@tensorflow/tfjs-core";
import type { Base } from "../bases/base";
import { counters, resetCounters } from "../engine/counters";
import type { Engine } from "../engine/engine";
import type { Inputs } from "../engine/recording";
import { median } from "../lib/median";
import { defaultOptions } from "../lib/options";
import { createRandom } from "../lib/random";
import type { Method } from "../methods/method";
import { tokensHead } from "../model/config";
import { initialParams } from "../model/init";
import { disposeBatch, stack } from "./batch";
import { speedBatch } from "./default-race";
import { toModel } from "./load-base";
import type { Draw } from "./objectives/objective";
import { TrainingSession } from "./session";

/** What one training step of a method costs, counted and timed on this machine. */
export interface SpeedReport {
  readonly base: string;
  readonly method: string;
  /** Parameters that the optimiser changes, and those that must be stored in the end. */
  readonly trained: number;
  readonly kept: number;
  /** Floating-point operations of the forward pass and of the whole step, in products and attention. */
  readonly flops: { readonly forward: number; readonly step: number };
  /**
   * Bytes: activations that the forward pass keeps for the backward pass, gradients, AdamW's moments, the values in the
   * saved file.
   */
  readonly bytes: {
    readonly activations: number;
    readonly gradients: number;
    readonly moments: number;
    readonly file: number;
  };
  /** Programs started on the GPU in a step; 0 elsewhere. */
  readonly dispatches: number;
  /**
   * The TensorFlow.js operation because of which steps are computed again, not replayed; null where they are replayed,
   * and on backends without a recorder.
   */
  readonly unrecorded: string | null;
  /** Medians in milliseconds. */
  readonly time: { readonly forward: number; readonly step: number };
}

/** How long the warm-up and the timed steps take, in milliseconds, and the smallest number of timed steps. */
const timed = { warmUp: 300, milliseconds: 700, steps: 5 };

/**
 * Measures steps of a method with its default options, on a base with random weights: their values do not affect the
 * cost.
 */
export async function measureSpeed(engine: Engine, base: Base, method: Method): Promise<SpeedReport> {
  const { config } = base;
  const model = toModel(config, initialParams(config, createRandom("speed")));
  const options = defaultOptions(method.options);
  const session = new TrainingSession(engine, model, { method, options, seed: 0, head: tokensHead });
  const tokens = new Int32Array(config.context).fill(1);
  const example = { tokens, targets: tokens, weights: new Float32Array(config.context).fill(1) };
  const examples = Array.from({ length: speedBatch }, () => example);
  const batch = stack(examples);
  const { objective, subject, reference } = session;
  const draw = { random: createRandom("speed"), subject, reference, supervised: () => ({ examples, batch }) };
  /** Draws the inputs as a race does, computes something of them and waits for it. */
  const run = async (compute: (inputs: Inputs) => tf.Tensor): Promise<void> => {
    const { inputs } = await objective.inputs(draw);
    const loss = compute(inputs);
    await loss.data();
    loss.dispose();
    const shared = new Set<tf.Tensor>(Object.values(batch));
    tf.dispose(Object.values(inputs).filter((input) => !shared.has(input)));
  };
  // As in a step: from the second time on a replay, where the engine can record.
  const lossAlone = session.repeating((inputs) => ({ loss: session.loss(inputs), gradients: {} }));
  const forward = (): Promise<void> => run((inputs) => tf.tidy(() => lossAlone.of(inputs).loss));
  const step = (): Promise<void> => run((inputs) => session.step(inputs, 1e-4));

  // A warm-up, not timed: programs are compiled, and JavaScript that runs often is compiled too.
  const warmUp = performance.now();
  do {
    await forward();
    await step();
  } while (performance.now() - warmUp < timed.warmUp);
  const count = async (part: () => Promise<void>): Promise<typeof counters> => {
    resetCounters();
    await part();
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
      activations: await activations(session, draw),
      gradients: 4 * trained,
      moments: 8 * trained,
      file: 4 * stored,
    },
    dispatches: counted.step.dispatches,
    unrecorded: session.unrecorded,
    time: { forward: median(times.forward), step: median(times.step) },
  };
  lossAlone.dispose();
  session.dispose();
  disposeBatch(batch);
  tf.dispose(Object.values(model.params));
  return report;
}

/** Bytes that the forward pass keeps for the backward pass, without the parameters and the batch. */
async function activations(session: TrainingSession, draw: Draw): Promise<number> {
  const { batch } = draw.supervised();
  const there = [session.model.params, session.variables, session.fixed, batch].flatMap(Object.values);
  const known = new Set<object>(there.map(({ dataId }: tf.Tensor) => dataId));
  const { inputs } = await session.objective.inputs(draw);
  // By memory: two operations that keep the same tensor keep it once.
  const waiting = new Map<object, number>();
  const lossOf = (): tf.Scalar => {
    const loss = session.loss(inputs);
    for (const { saved } of tf.engine().state.activeTape ?? []) {
      for (const tensor of saved ?? [])
        if (!known.has(tensor.dataId)) waiting.set(tensor.dataId, 4 * tensor.size);
    }
    return loss;
  };
  tf.tidy(() => {
    tf.engine().gradients(lossOf, Object.values(session.variables), undefined, true);
  });
  tf.dispose(Object.values(inputs).filter(({ dataId }) => !known.has(dataId)));
  return [...waiting.values()].reduce((sum, bytes) => sum + bytes, 0);
}

async function timeOf(part: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await part();
  return performance.now() - start;
}
