import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it, type Mock, vi } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import type { Recorder } from "../engine/recording";
import type { AnyOptions } from "../lib/options";
import { methods } from "../methods/index";
import type { Method } from "../methods/method";
import {
  type ConfigName,
  configs,
  randomBase,
  randomBatch,
  sessionOf,
  variants,
} from "../methods/test-session";
import { type Batch, disposeBatch } from "./batch";
import type { LossContext, Objective } from "./objectives/objective";
import { TrainingSession } from "./session";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

const rate = 0.02;

/** Losses of steps on batches of two shapes in turn, and what was trained in the end. */
async function trained(on: Engine, config: ConfigName, method: Method, raw: AnyOptions): Promise<number[]> {
  const base = randomBase(configs[config]);
  const session = sessionOf(on, base, configs[config], method, raw);
  const batches = [4, 3].map((examples) => randomBatch(configs[config], examples));
  const losses: number[] = [];
  for (let step = 0; step < 6; step++) {
    const loss = session.step(batches[step % 2]!, rate, step / 6);
    losses.push(loss.dataSync()[0]!);
    loss.dispose();
  }
  const values = Object.values(session.variables).flatMap((variable) => [...variable.dataSync()]);
  session.dispose();
  batches.forEach(disposeBatch);
  tf.dispose(Object.values(base.params));
  return [...losses, ...values];
}

describe("steps that replay what was recorded", () => {
  const cases = methods.flatMap((method) =>
    (["decoder", "classifier"] as const).flatMap((config) =>
      [{}, ...(variants[method.id] ?? [])].map((raw) => [method.id, config, raw, method] as const),
    ),
  );
  it.each(cases)(
    "%s on the %s, %j: to the bit what computing each of them gives",
    async (_, config, raw, method) => {
      const before = tf.memory();
      const computed = await trained({ ...engine, record: null }, config, method, raw);
      expect(await trained(engine, config, method, raw)).toEqual(computed);
      expect(tf.memory()).toMatchObject({ numTensors: before.numTensors, numBytes: before.numBytes });
    },
  );

  it("lanes beside each other leave each other's losses alone, whenever they are read", () => {
    const batch = randomBatch(configs.decoder);
    const race = (on: Engine): number[] => {
      const base = randomBase(configs.decoder);
      const sessions = methods.map((method) => sessionOf(on, base, configs.decoder, method));
      const losses = [0, 1, 2, 3].flatMap(() => sessions.map((session) => session.step(batch, rate)));
      const values = losses.map((loss) => loss.dataSync()[0]!);
      for (const session of sessions) session.dispose();
      return values;
    };
    expect(race(engine)).toEqual(race({ ...engine, record: null }));
  });

  it("the usual methods are recorded once for each shape, and then only replayed", () => {
    for (const id of ["full", "adapter", "bitfit", "lora", "prefix-tuning", "p-tuning", "prompt-tuning"]) {
      const record = vi.fn(engine.record!) as Recorder & Mock;
      const base = randomBase(configs.encoder);
      const session = sessionOf(
        { ...engine, record },
        base,
        configs.encoder,
        methods.find((method) => method.id === id)!,
      );
      const runKernel = vi.spyOn(tf.engine(), "runKernel");
      const batches = (): Batch[] => [4, 3].map((examples) => randomBatch(configs.encoder, examples));
      for (const batch of batches()) {
        session.step(batch, rate).dispose();
        // As in a race: what was recorded on is gone before the next step.
        disposeBatch(batch);
      }
      const others = batches();
      runKernel.mockClear();
      for (const batch of others) session.step(batch, rate).dispose();
      expect(runKernel, id).not.toHaveBeenCalled();
      expect(record, id).toHaveBeenCalledTimes(2);
      runKernel.mockRestore();
      session.dispose();
    }
  });

  it("a variable that is replaced is read where it lies now", async () => {
    const base = randomBase(configs.decoder);
    const lora = methods.find(({ id }) => id === "lora")!;
    const [one, other] = [3, 4].map((seed) => sessionOf(engine, base, configs.decoder, lora, {}, seed));
    const batch = randomBatch(configs.decoder);
    const step = (): number => one!.step(batch, rate).dataSync()[0]!;
    step();
    await one!.load(await other!.save({}));
    const expected = tf.tidy(() => other!.loss(batch).dataSync()[0]!);
    expect(step()).toBeCloseTo(expected, 5);
    // Nothing but the first of these steps would see the difference if the old place were read.
    expect(step()).toBeLessThan(expected);
  });
});

describe("a number that changes from step to step", () => {
  const steps = 20;
  const strengthAt = (step: number): number => 1 / (1 + step);

  /** Losses and variables of steps whose loss is weighted less and less. */
  function annealed(on: Engine, loss: (context: LossContext, batch: Batch, step: number) => tf.Tensor) {
    let step = 0;
    const objective: Objective<Batch> = {
      inputs: ({ supervised }) => ({ inputs: supervised().batch }),
      loss: (context, batch) => loss(context, batch, step) as tf.Scalar,
    };
    const base = randomBase(configs.decoder);
    const full = methods.find(({ id }) => id === "full")!;
    const { head } = configs.decoder;
    const session = new TrainingSession(on, base, { method: full, options: {}, seed: 3, head, objective });
    const batch = randomBatch(configs.decoder);
    const losses: number[] = [];
    for (; step < steps; step++) {
      const normaliser = tf.scalar(1 / strengthAt(step));
      const found = session.step({ ...batch, normaliser }, rate);
      losses.push(found.dataSync()[0]!);
      tf.dispose([found, normaliser]);
    }
    const values = Object.values(session.variables).flatMap((variable) => [...variable.dataSync()]);
    const { unrecorded } = session;
    session.dispose();
    return { results: [...losses, ...values], unrecorded };
  }

  it("is followed by replays where it is an input", () => {
    const asInput = ({ ops, logits }: LossContext, batch: Batch): tf.Tensor =>
      ops.crossEntropy(logits(batch.tokens, batch), batch.targets, batch.weights, batch.normaliser);
    const { results, unrecorded } = annealed(engine, asInput);
    expect(unrecorded).toBeNull();
    expect(results).toEqual(annealed({ ...engine, record: null }, asInput).results);
  });

  it("is lost on replays where it is an attribute of a kernel: this comparison would show it", () => {
    const baked = ({ ops, logits }: LossContext, batch: Batch, step: number): tf.Tensor => {
      const { tokens, targets, weights } = batch;
      return ops.scale(ops.crossEntropy(logits(tokens, batch), targets, weights, one), strengthAt(step));
    };
    const one = tf.scalar(1);
    const { results, unrecorded } = annealed(engine, baked);
    expect(unrecorded).toBeNull();
    expect(results).not.toEqual(annealed({ ...engine, record: null }, baked).results);
  });
});
