import * as tf from "@tensorflow/tfjs-core";
import type { Edits } from "./edits";
import type { AttentionSite } from "./sites";
import type { Subject } from "./subject";
import { forward } from "./transformer";

/** How one head reads: each query position's shares of all key positions, row by row; every row adds up to 1. */
export interface HeadWeights {
  readonly queries: number;
  /** More than queries where a method puts positions in front; these come first. */
  readonly keys: number;
  /** (queries · keys) */
  readonly weights: Float32Array;
}

/**
 * The attention weights of every head of a block of a decoder, for one text: softmax(q kᵀ / √d), where no position sees a
 * later one. They say from where a head reads, not what it makes of it (Jain & Wallace 2019, arXiv 1902.10186). Throws
 * RangeError for a block that is not there.
 */
export async function attentionWeights(
  { ops, model, edits }: Subject,
  tokens: ArrayLike<number>,
  layer: number,
): Promise<readonly HeadWeights[]> {
  const { config } = model;
  if (config.kind !== "decoder" || !Number.isInteger(layer) || layer < 0 || layer >= config.layers)
    throw new RangeError(`there is no block ${layer} of a decoder to look into`);
  const seen: { queries?: tf.Tensor3D; keys?: tf.Tensor3D } = {};
  const isAsked = (at: AttentionSite): boolean => at.layer === layer;
  const watching: Edits = {
    ...edits,
    keysValues(at, k, v) {
      const [keys, values] = edits.keysValues?.(at, k, v) ?? [k, v];
      if (isAsked(at)) seen.keys = tf.keep(tf.clone(keys));
      return [keys, values];
    },
    attended(at, q, heads) {
      if (isAsked(at)) seen.queries = tf.keep(tf.clone(q));
      return edits.attended?.(at, q, heads) ?? heads;
    },
  };
  tf.tidy(() => {
    forward(ops, model, tf.tensor2d(Array.from(tokens), [1, tokens.length], "int32"), watching);
  });
  const { queries, keys } = seen;
  if (!queries || !keys) throw new Error(`block ${layer} was not computed`);
  try {
    const [q, k] = (await Promise.all([queries.data(), keys.data()])) as [Float32Array, Float32Array];
    const shape = { queries: queries.shape[1], keys: keys.shape[1], width: config.width };
    return Array.from({ length: config.heads }, (_, head) => headWeights(q, k, shape, head, config.heads));
  } finally {
    tf.dispose([queries, keys]);
  }
}

/** One head's share of q (queries, C) and k (keys, C) -> its weights. */
function headWeights(
  q: Float32Array,
  k: Float32Array,
  { queries, keys, width }: { readonly queries: number; readonly keys: number; readonly width: number },
  head: number,
  heads: number,
): HeadWeights {
  const size = width / heads;
  const weights = new Float32Array(queries * keys);
  for (let query = 0; query < queries; query++) {
    const visible = keys - queries + query + 1;
    const scores = Array.from({ length: visible }, (_, key) => {
      let product = 0;
      for (let i = head * size; i < (head + 1) * size; i++)
        product += q[query * width + i]! * k[key * width + i]!;
      return product / Math.sqrt(size);
    });
    const highest = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - highest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    weights.set(
      powers.map((power) => power / total),
      query * keys,
    );
  }
  return { queries, keys, weights };
}
