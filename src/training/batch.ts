import * as tf from "@tensorflow/tfjs-core";
import type { Random } from "../lib/random";
import type { Example } from "../tasks/task";

/**
 * Examples as tensors. tokens (B, T) int32. `counted` lists the positions where the loss counts, so that only they go
 * through the head: rows (R) int32 over the flattened (B · T), targets (1, R) int32, weights (1, R) float32.
 * For classification T is 1 there: one target an example. The last rows count 0 and are the first position again: R is a
 * multiple of 16, so that batches have few shapes, and an engine that has met one before can do the same again.
 */
export interface Batch {
  /** What was stacked, in order. */
  readonly examples: readonly Example[];
  readonly tokens: tf.Tensor2D;
  /** What the encoder of an encoder-decoder reads: (B, S) int32. */
  readonly source?: tf.Tensor2D;
  readonly counted: {
    readonly rows: tf.Tensor1D;
    readonly targets: tf.Tensor2D;
    readonly weights: tf.Tensor2D;
  };
}

const rowStep = 16;

/**
 * Stacks examples, cut to the longest of them (padding changes nothing but time). `disposeBatch` lets the tensors go.
 * The length is rounded up to 4, the step of the fused kernels.
 */
export function stack(examples: readonly Example[]): Batch {
  const tokens = stackTokens(examples.map((example) => example.tokens));
  const length = tokens.shape[1];
  const sources = examples.flatMap(({ source }) => (source ? [source] : []));
  const outputs = examples[0]?.targets.length === 1 ? 1 : length;
  const rows: number[] = [];
  const targets: number[] = [];
  examples.forEach((example, i) => {
    for (let t = 0; t < outputs; t++) {
      if (!example.weights[t]) continue;
      rows.push(i * outputs + t);
      targets.push(example.targets[t]!);
    }
  });
  // At least one step, too: an empty tensor is more than some backends can take.
  const size = Math.max(1, Math.ceil(rows.length / rowStep)) * rowStep;
  const filled = (numbers: readonly number[]): Int32Array => {
    const all = new Int32Array(size);
    all.set(numbers);
    return all;
  };
  return {
    examples,
    tokens,
    ...(sources.length > 0 && { source: stackTokens(sources) }),
    counted: {
      rows: tf.tensor1d(filled(rows), "int32"),
      targets: tf.tensor2d(filled(targets), [1, size], "int32"),
      weights: tf.tensor2d(new Float32Array(size).fill(1, 0, rows.length), [1, size]),
    },
  };
}

export function disposeBatch({ tokens, source, counted }: Batch): void {
  tf.dispose([tokens, ...(source ? [source] : []), counted.rows, counted.targets, counted.weights]);
}

/** Sequences (B, T), cut to the longest of them. */
function stackTokens(sequences: readonly Int32Array[]): tf.Tensor2D {
  const context = sequences[0]?.length ?? 0;
  const used = Math.max(1, ...sequences.map(lastUsed));
  const length = Math.min(context, Math.ceil(used / 4) * 4);
  const tokens = new Int32Array(sequences.length * length);
  sequences.forEach((sequence, i) => {
    tokens.set(sequence.subarray(0, length), i * length);
  });
  return tf.tensor2d(tokens, [sequences.length, length], "int32");
}

/** Draws a batch from a stream. */
export function drawBatch(draw: (random: Random) => Example, random: Random, size: number): Batch {
  return stack(Array.from({ length: size }, () => draw(random)));
}

function lastUsed(tokens: Int32Array): number {
  for (let i = tokens.length; i > 0; i--) if (tokens[i - 1] !== 0) return i;
  return 0;
}
