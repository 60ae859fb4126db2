// How the next token is chosen from logits, on the device: argmax, or a draw from softmax(logits / temperature).
import * as tf from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { Random } from "../lib/random";

export interface SampleSettings {
  /** 0 (as if left out): always the likeliest token (greedy). Above: a draw from softmax(logits / temperature). */
  readonly temperature?: number;
  /** Draws from the k likeliest tokens only, and those as likely as the last of them; 0 (as if left out): from all. */
  readonly topK?: number;
}

/** A token for each row, and its log-probability under the model as it is: at temperature 1, among all tokens. */
export interface Choice {
  /** (B) int32. */
  readonly ids: tf.Tensor1D;
  /** (B) */
  readonly logProbs: tf.Tensor1D;
}

/**
 * Chooses by logits (B, V). To draw, it takes Gumbel noise (B, V): argmax(logits / temperature + noise) is distributed as
 * softmax(logits / temperature) (Maddison et al. 2014), and the noise is the same on every backend.
 */
export function chooseTokens(
  ops: Ops,
  logits: tf.Tensor2D,
  noise: tf.Tensor2D | null,
  { temperature = 0, topK = 0 }: SampleSettings,
): Choice {
  return tf.tidy(() => {
    const [batch, vocabulary] = logits.shape;
    const allowed = topK > 0 && topK < vocabulary ? keepLikeliest(logits, topK) : logits;
    const scores = noise ? tf.add(tf.div(allowed, temperature), noise) : logits;
    const ids = tf.argMax(scores, 1) as tf.Tensor1D;
    const logProbs = ops.tokenLogProbs(
      tf.reshape(logits, [1, batch, vocabulary]),
      tf.reshape(ids, [1, batch]),
    );
    return { ids, logProbs: tf.reshape(logProbs, [batch]) as tf.Tensor1D };
  });
}

/** Standard Gumbel noise for one token, −log(−log u), written over `noise`. */
export function fillWithGumbel(noise: Float32Array, random: Random): void {
  for (let i = 0; i < noise.length; i++) noise[i] = -Math.log(-Math.log(random.next() || Number.MIN_VALUE));
}

/** Logits (B, V) of the k likeliest tokens of each row; the others so low that they are never drawn. */
function keepLikeliest(logits: tf.Tensor2D, k: number): tf.Tensor2D {
  const least = tf.slice(tf.topk(logits, k).values, [0, k - 1], [logits.shape[0], 1]);
  return tf.where(tf.greaterEqual(logits, least), logits, tf.fill(logits.shape, -1e9));
}
