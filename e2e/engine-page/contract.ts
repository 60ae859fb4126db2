import * as tf from "@tensorflow/tfjs-core";
import type { Engine } from "../../src/engine/engine";
import { largestDifference } from "../../src/lib/largest-difference";
import { configs, randomBase, randomBatch, sessionOf } from "../../src/methods/test-session";
import type { ModelConfig } from "../../src/model/config";
import { forward, type Model } from "../../src/model/transformer";
import { disposeBatch } from "../../src/training/batch";
import { disposeMerged } from "../../src/training/merge-check";
import { methodOf } from "./ours";

/** One block of width 16 in each stack: a GPU that is drawn in software takes milliseconds for every dispatch. */
const micros = {
  decoder: { ...configs.decoder, layers: 1 },
  encoder: { ...configs.encoder, layers: 1 },
  classifier: { ...configs.classifier, layers: 1 },
  "encoder-decoder": { ...configs["encoder-decoder"], encoder: 1, decoder: 1 },
} as const satisfies Record<string, ModelConfig>;
export type Kind = keyof typeof micros;
const steps = 3;

/** What a method was seen to do on a backend, as numbers that can be compared between backends. */
export interface SeenContract {
  /** Losses of the first steps. */
  readonly losses: readonly number[];
  /** Largest difference of a logit: before the first step from the base, after loading what was saved, after merging. */
  readonly start: number;
  readonly loaded: number;
  readonly merged: number | null;
  /** Largest change of a number of the base. */
  readonly baseMoved: number;
  /** Tensors that were left behind. */
  readonly leaked: number;
}

/** Trains, saves, loads and merges a method on the current backend. */
export async function seeContract(engine: Engine, id: string, kind: Kind): Promise<SeenContract> {
  const micro: ModelConfig = micros[kind];
  const base = randomBase(micro);
  const batch = randomBatch(micro);
  const { tokens, source } = batch;
  const logits = async (model: Model, edits = {}): Promise<Float32Array> => {
    const tensor = tf.tidy(() => forward(engine.ops, model, tokens, edits, { source }));
    const values = (await tensor.data()) as Float32Array;
    tensor.dispose();
    return values;
  };
  const numbersOf = async (): Promise<Float32Array[]> =>
    Promise.all(
      Object.values(base.params).map(async (tensor) => (await tensor.data()).slice() as Float32Array),
    );
  const before = await numbersOf();
  const tensors = tf.memory().numTensors;

  const session = sessionOf(engine, base, micro, methodOf(id));
  // Under the session's own head, which a base has not.
  const start = largestDifference(await logits(session.model), await logits(session.model, session.edits));
  const losses: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const loss = session.step(batch, 0.02, step / steps);
    losses.push((await loss.data())[0]!);
    loss.dispose();
  }
  const trained = await logits(session.model, session.edits);
  const other = sessionOf(engine, base, micro, methodOf(id), {}, 4);
  await other.load(await session.save({}));
  const loaded = largestDifference(trained, await logits(other.model, other.edits));
  const folded = session.merged();
  const merged = folded && largestDifference(trained, await logits(folded));
  if (folded) disposeMerged(folded, session.model);
  session.dispose();
  other.dispose();
  const leaked = tf.memory().numTensors - tensors;
  const after = await numbersOf();
  const baseMoved = Math.max(...before.map((values, i) => largestDifference(values, after[i]!)));
  disposeBatch(batch);
  tf.dispose(Object.values(base.params));
  return { losses, start, loaded, merged, baseMoved, leaked };
}
