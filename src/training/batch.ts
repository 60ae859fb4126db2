import * as tf from "@tensorflow/tfjs-core";
import type { Random } from "../lib/random";
import type { Example } from "../tasks/task";

/**
 * Examples as tensors. Only the positions with a weight go through the head: `rows` lists them. The last rows have weight
 * 0 and repeat the first position: R is a multiple of 16, so that batches have few shapes and most steps can replay a
 * recorded one. A type, not an interface, so that it can be used as a record of tensors.
 */
export type Batch = {
  /** (B, T) int32. */
  readonly tokens: tf.Tensor2D;
  /** What the encoder of an encoder-decoder reads: (B, S) int32. */
  readonly source?: tf.Tensor2D;
  /** (R) int32 over the flattened (B · T); over (B) for classification, where an example has one target. */
  readonly rows: tf.Tensor1D;
  /** (1, R) int32. */
  readonly targets: tf.Tensor2D;
  /** (1, R) float32. */
  readonly weights: tf.Tensor2D;
  /** What the weighted sum of losses is divided by: the sum of the weights, or 1 where there are none. A scalar. */
  readonly normaliser: tf.Scalar;
};

const rowStep = 16;

/**
 * Stacks examples, cut to the longest of them: more padding would change nothing but the time. The length is rounded up
 * to a multiple of 4, which the fused kernels need. The caller disposes the tensors with `disposeBatch`.
 */
export function stack(examples: readonly Example[]): Batch {
  const tokens = stackTokens(examples.map((example) => example.tokens));
  const length = tokens.shape[1];
  const sources = examples.flatMap(({ source }) => (source ? [source] : []));
  const outputs = examples[0]?.targets.length === 1 ? 1 : length;
  const rows: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  examples.forEach((example, i) => {
    for (let t = 0; t < outputs; t++) {
      const weight = example.weights[t];
      if (!weight) continue;
      rows.push(i * outputs + t);
      targets.push(example.targets[t]!);
      weights.push(weight);
    }
  });
  // Never 0 rows: some backends cannot handle an empty tensor.
  const size = Math.max(1, Math.ceil(rows.length / rowStep)) * rowStep;
  const padded = (values: readonly number[]): number[] => [
    ...values,
    ...Array<number>(size - values.length).fill(0),
  ];
  return {
    tokens,
    ...(sources.length > 0 && { source: stackTokens(sources) }),
    rows: tf.tensor1d(padded(rows), "int32"),
    targets: tf.tensor2d(padded(targets), [1, size], "int32"),
    weights: tf.tensor2d(padded(weights), [1, size]),
    normaliser: tf.scalar(weights.reduce((sum, weight) => sum + weight, 0) || 1),
  };
}

export function disposeBatch(batch: Batch): void {
  tf.dispose(batch);
}

/** Sequences (B, T), cut to the longest of them. */
export function stackTokens(sequences: readonly Int32Array[]): tf.Tensor2D {
  const context = sequences[0]?.length ?? 0;
  const used = Math.max(1, ...sequences.map(lastUsed));
  const length = Math.min(context, Math.ceil(used / 4) * 4);
  const tokens = new Int32Array(sequences.length * length);
  sequences.forEach((sequence, i) => {
    tokens.set(sequence.subarray(0, length), i * length);
  });
  return tf.tensor2d(tokens, [sequences.length, length], "int32");
}

/** Draws a batch from a stream of random numbers. */
export function drawBatch(draw: (random: Random) => Example, random: Random, size: number): Batch {
  return stack(Array.from({ length: size }, () => draw(random)));
}

function lastUsed(tokens: Int32Array): number {
  for (let i = tokens.length; i > 0; i--) if (tokens[i - 1] !== 0) return i;
  return 0;
}
