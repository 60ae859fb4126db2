import * as tf from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import { CachedReader } from "./cached-reader";
import type { GenerateSettings } from "./generation";
import { type Choice, chooseTokens, fillWithGumbel } from "./sample";
import type { Subject } from "./subject";
import type { Writing } from "./writing";

/** A prompt and what is written after it, in several samples. */
export interface Job {
  readonly prompt: ArrayLike<number>;
  readonly source: ArrayLike<number> | undefined;
  readonly samples: readonly Writing[];
}

/** Finished rows leave the batch when no more than this share is still open; each time all keys and values are copied. */
const openShare = 0.5;

/** Writes all samples of all jobs to their end, in one batch with one cache. */
export async function continueTogether(
  subject: Subject,
  jobs: readonly Job[],
  settings: GenerateSettings,
): Promise<void> {
  const open = jobs.filter(({ samples }) => samples.some(({ isOpen }) => isOpen));
  if (open.length === 0) return;
  const sources = open.flatMap(({ source }) => (source ? [source] : []));
  const prompts = open.map(({ prompt }) => prompt);
  const reader = new CachedReader(subject, prompts, sources.length > 0 ? sources : undefined);
  const pause = pauseFor(settings.signal);
  // On the CPU a read costs nothing; from a GPU each one is a round trip.
  const { tokensPerRead = tf.getBackend() === "webgpu" ? 8 : 1 } = settings;
  let rows = open.flatMap((job) => job.samples);
  let last: readonly number[] = [];
  try {
    while (rows.length > 0) {
      await pause();
      const count = Math.min(tokensPerRead, Math.max(...rows.map(({ left }) => left)));
      const [ids, logProbs] = await readBack(writeTokens(subject.ops, reader, rows, last, count, settings));
      for (let i = 0; i < ids.length; i++) rows[i % rows.length]!.take(ids[i]!, logProbs[i]!);
      last = Array.from(ids.slice(-rows.length));
      const stay = [...rows.keys()].filter((row) => rows[row]!.isOpen);
      if (stay.length > openShare * rows.length) continue;
      if (stay.length > 0) reader.select(stay);
      rows = stay.map((row) => rows[row]!);
      last = stay.map((row) => last[row]!);
    }
  } finally {
    reader.dispose();
  }
}

/**
 * Chooses `count` tokens for every row, one after the other, without reading them back: (count · B). `last`: the tokens
 * chosen before, which the model has not read yet; empty before the first, when it reads the prompts.
 */
function writeTokens(
  ops: Ops,
  reader: CachedReader,
  rows: readonly Writing[],
  last: readonly number[],
  count: number,
  settings: GenerateSettings,
): Choice {
  return tf.tidy(() => {
    const choices: Choice[] = [];
    let ids = last.length > 0 ? tf.tensor1d([...last], "int32") : null;
    while (choices.length < count) {
      const logits = ids ? reader.readTokens(ids) : reader.readPrompts(settings.samples ?? 1);
      const choice = chooseTokens(ops, logits, noiseFor(rows, logits.shape, settings), settings);
      choices.push(choice);
      ids = choice.ids;
    }
    return {
      ids: tf.concat(choices.map((choice) => choice.ids)),
      logProbs: tf.concat(choices.map((choice) => choice.logProbs)),
    };
  });
}

async function readBack({ ids, logProbs }: Choice): Promise<[ids: Int32Array, logProbs: Float32Array]> {
  try {
    return (await Promise.all([ids.data(), logProbs.data()])) as [Int32Array, Float32Array];
  } finally {
    tf.dispose([ids, logProbs]);
  }
}

/** Noise (B, V) to draw the next token of each row with; null where nothing is drawn. */
function noiseFor(
  rows: readonly Writing[],
  shape: [number, number],
  { temperature = 0 }: GenerateSettings,
): tf.Tensor2D | null {
  if (temperature === 0) return null;
  const [batch, vocabulary] = shape;
  const noise = new Float32Array(batch * vocabulary);
  rows.forEach(({ isOpen, random }, row) => {
    if (isOpen && random) fillWithGumbel(noise.subarray(row * vocabulary, (row + 1) * vocabulary), random);
  });
  return tf.tensor2d(noise, shape);
}

/** How long the work may block the worker before messages are handled, in milliseconds. */
const longestTurn = 100;

/** To be called between tokens: lets messages in, among them one that may abort, and throws if the signal is aborted. */
function pauseFor(signal: AbortSignal | undefined): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (signal && performance.now() - last > longestTurn) {
      await new Promise((resolve) => setTimeout(resolve));
      last = performance.now();
    }
    signal?.throwIfAborted();
  };
}
