import * as tf from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { Random } from "../lib/random";
import type { Cache } from "./block";
import type { Edits } from "./edits";
import { forward, type Model } from "./transformer";

export interface Generated {
  /** The new tokens, without the end token. */
  readonly ids: readonly number[];
  /** Product of the chances of the tokens taken, 0 to 1. */
  readonly confidence: number;
}

export interface GenerateSettings {
  /** Token that ends an answer. */
  readonly end: number;
  /** Most new tokens; the context may end it earlier. */
  readonly most: number;
  /** 0: always the likeliest token (greedy). Above: sample from softmax(logits / temperature). */
  readonly temperature: number;
  readonly random: Random;
}

/**
 * Continues each prompt. Prompts of one length read every token once (key/value cache); prompts of different lengths
 * go through whole, all at once: fewer and larger kernels than a cache for each length.
 */
export async function generate(
  ops: Ops,
  model: Model,
  edits: Edits,
  prompts: readonly ArrayLike<number>[],
  settings: GenerateSettings,
): Promise<Generated[]> {
  const { context } = model.config;
  const rows = prompts.map(
    (prompt): Row => ({
      prompt,
      ids: [],
      confidence: 1,
      left: Math.min(settings.most, context - prompt.length),
    }),
  );
  const sameLength = prompts.every(({ length }) => length === prompts[0]?.length);
  const chances = sameLength ? withCache(ops, model, edits, rows) : byWholePasses(ops, model, edits, rows);
  while (rows.some((row) => row.left > 0)) await takeTokens(rows, chances.next(), settings);
  chances.end();
  return rows.map(({ ids, confidence }) => ({ ids, confidence }));
}

/** A prompt being continued; `left`: how many tokens it may still get. */
interface Row {
  readonly prompt: ArrayLike<number>;
  readonly ids: number[];
  confidence: number;
  left: number;
}

/** Logits (B, V) of the next token of every row, again and again. */
interface NextLogits {
  next(): tf.Tensor2D;
  end(): void;
}

/** Takes one token for every row that is not at its end. */
async function takeTokens(
  rows: readonly Row[],
  logits: tf.Tensor2D,
  { end, temperature, random }: GenerateSettings,
): Promise<void> {
  const vocabulary = logits.shape[1];
  const chances = tf.tidy(() => tf.softmax(temperature > 0 ? tf.div(logits, temperature) : logits));
  const values = (await chances.data()) as Float32Array;
  tf.dispose([logits, chances]);
  rows.forEach((row, i) => {
    const own = values.subarray(i * vocabulary, (i + 1) * vocabulary);
    const token = temperature > 0 ? sample(own, random.next()) : likeliest(own);
    if (row.left <= 0) return;
    row.confidence *= own[token]!;
    row.left = token === end ? 0 : row.left - 1;
    if (token !== end) row.ids.push(token);
  });
}

function withCache(ops: Ops, model: Model, edits: Edits, rows: readonly Row[]): NextLogits {
  const { vocabulary } = model.config;
  let cache: Cache = { length: 0, keysValues: {} };
  return {
    next() {
      const before = cache;
      const logits = tf.tidy(() => {
        const grown: Cache = { length: before.length, keysValues: { ...before.keysValues } };
        // A row that has ended goes on with padding, which nobody reads.
        const unread = rows.map(({ prompt, ids }) => [...Array.from(prompt), ...ids][before.length] ?? 0);
        const next =
          before.length === 0 ? rows.map(({ prompt }) => Array.from(prompt)) : unread.map((id) => [id]);
        const width = next[0]!.length;
        const all = forward(ops, model, tf.tensor2d(next.flat(), [rows.length, width], "int32"), edits, {
          cache: grown,
        });
        // The cache of this step outlives the tidy; the one before is let go.
        for (const tensor of tensorsOf(grown)) tf.keep(tensor);
        cache = grown;
        return tf.reshape(tf.slice(all, [0, width - 1, 0], [rows.length, 1, vocabulary]), [
          rows.length,
          vocabulary,
        ]);
      });
      tf.dispose(tensorsOf(before));
      return logits as tf.Tensor2D;
    },
    end: () => tf.dispose(tensorsOf(cache)),
  };
}

/** The tensors that a cache holds. */
function tensorsOf({ keysValues }: Cache): tf.Tensor[] {
  return Object.values(keysValues).flat();
}

function byWholePasses(ops: Ops, model: Model, edits: Edits, rows: readonly Row[]): NextLogits {
  return {
    next: () =>
      tf.tidy(() => {
        const texts = rows.map(({ prompt, ids }) => [...Array.from(prompt), ...ids]);
        const width = Math.max(...texts.map(({ length }) => length));
        const tokens = new Int32Array(rows.length * width);
        texts.forEach((text, i) => {
          tokens.set(text, i * width);
        });
        const last = tf.tensor1d(
          texts.map(({ length }, i) => i * width + length - 1),
          "int32",
        );
        const input = tf.tensor2d(tokens, [rows.length, width], "int32");
        const logits = forward(ops, model, input, edits, { rows: last }); // (1, B, V)
        return tf.reshape(logits, [rows.length, model.config.vocabulary]) as tf.Tensor2D;
      }),
    end: () => {},
  };
}

function likeliest(chances: Float32Array): number {
  let best = 0;
  for (let i = 1; i < chances.length; i++) if (chances[i]! > chances[best]!) best = i;
  return best;
}

function sample(chances: Float32Array, uniform: number): number {
  let left = uniform;
  for (let i = 0; i < chances.length; i++) {
    left -= chances[i]!;
    if (left < 0) return i;
  }
  return chances.length - 1;
}
