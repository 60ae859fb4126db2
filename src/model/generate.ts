import * as tf from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { Random } from "../lib/random";
import { type Cache, type Edits, forward, type Model } from "./transformer";

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

/** Continues each prompt, reading every token once (key/value cache). Prompts of one length go through together. */
export async function generate(
  ops: Ops,
  model: Model,
  edits: Edits,
  prompts: readonly ArrayLike<number>[],
  settings: GenerateSettings,
): Promise<Generated[]> {
  const byLength = new Map<number, number[]>();
  for (const [index, { length }] of prompts.entries()) {
    byLength.set(length, [...(byLength.get(length) ?? []), index]);
  }
  const results: Generated[] = new Array(prompts.length);
  for (const indices of byLength.values()) {
    const group = await continueTogether(
      ops,
      model,
      edits,
      indices.map((index) => prompts[index]!),
      settings,
    );
    group.forEach((generated, i) => {
      results[indices[i]!] = generated;
    });
  }
  return results;
}

/** One group of prompts of the same length. */
async function continueTogether(
  ops: Ops,
  model: Model,
  edits: Edits,
  prompts: readonly ArrayLike<number>[],
  { end, most, temperature, random }: GenerateSettings,
): Promise<Generated[]> {
  const batch = prompts.length;
  const rows = prompts.map(() => ({ ids: [] as number[], confidence: 1, ended: false }));
  let cache: Cache = { length: 0, layers: [] };
  let next = prompts.map((prompt) => Array.from(prompt));
  const room = Math.min(most, model.config.context - (prompts[0]?.length ?? 0));
  for (let count = 0; count <= room && rows.some((row) => !row.ended); count++) {
    const width = next[0]!.length;
    const before = cache;
    // The cache of this step outlives the tidy; the one before is let go.
    const chances = tf.tidy(() => {
      const grown: Cache = { length: before.length, layers: [...before.layers] };
      const tokens = tf.tensor2d(next.flat(), [batch, width], "int32");
      const logits = forward(ops, model, tokens, edits, { cache: grown });
      const last = tf.slice(logits, [0, width - 1, 0], [batch, 1, model.config.vocabulary]);
      for (const tensor of grown.layers.flat()) tf.keep(tensor);
      cache = grown;
      return tf.softmax(
        tf.mul(tf.reshape(last, [batch, model.config.vocabulary]), temperature > 0 ? 1 / temperature : 1),
      );
    });
    tf.dispose(before.layers.flat());
    const values = (await chances.data()) as Float32Array;
    chances.dispose();
    next = rows.map((row, i) => {
      const own = values.subarray(i * model.config.vocabulary, (i + 1) * model.config.vocabulary);
      const token = temperature > 0 ? sample(own, random.next()) : likeliest(own);
      if (!row.ended && count < room) {
        row.confidence *= own[token]!;
        if (token === end) row.ended = true;
        else row.ids.push(token);
      }
      return [token];
    });
    if (before.length + width >= model.config.context) break;
  }
  tf.dispose(cache.layers.flat());
  return rows.map(({ ids, confidence }) => ({ ids, confidence }));
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
