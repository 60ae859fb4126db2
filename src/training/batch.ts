import * as tf from "@tensorflow/tfjs-core";
import type { Random } from "../lib/random";
import type { Example } from "../tasks/task";

/**
 * Examples as tensors. tokens (B, T) int32. `counted` lists the positions where the loss counts, so that only they go
 * through the head: rows (R) int32 over the flattened (B · T), targets (1, R) int32, ones (1, R) float32.
 * For classification T is 1 there: one target an example.
 */
export interface Batch {
  /** What was stacked, in order. */
  readonly examples: readonly Example[];
  readonly tokens: tf.Tensor2D;
  readonly counted: { readonly rows: tf.Tensor1D; readonly targets: tf.Tensor2D; readonly ones: tf.Tensor2D };
}

/**
 * Stacks examples, cut to the longest of them (padding changes nothing but time). `disposeBatch` lets the tensors go.
 * The length is rounded up to 4, the step of the fused kernels.
 */
export function stack(examples: readonly Example[]): Batch {
  const context = examples[0]?.tokens.length ?? 0;
  const used = Math.max(1, ...examples.map(({ tokens }) => lastUsed(tokens)));
  const length = Math.min(context, Math.ceil(used / 4) * 4);
  const outputs = examples[0]?.targets.length === 1 ? 1 : length;
  const tokens = new Int32Array(examples.length * length);
  const rows: number[] = [];
  const targets: number[] = [];
  examples.forEach((example, i) => {
    tokens.set(example.tokens.subarray(0, length), i * length);
    for (let t = 0; t < outputs; t++) {
      if (!example.counts[t]) continue;
      rows.push(i * outputs + t);
      targets.push(example.targets[t]!);
    }
  });
  // An empty tensor is more than some backends can take: one row that counts 0.
  const empty = rows.length === 0;
  return {
    examples,
    tokens: tf.tensor2d(tokens, [examples.length, length], "int32"),
    counted: {
      rows: tf.tensor1d(empty ? [0] : rows, "int32"),
      targets: tf.tensor2d(empty ? [0] : targets, [1, empty ? 1 : targets.length], "int32"),
      ones: empty ? tf.zeros([1, 1]) : tf.ones([1, targets.length]),
    },
  };
}

export function disposeBatch({ tokens, counted }: Batch): void {
  tf.dispose([tokens, counted.rows, counted.targets, counted.ones]);
}

/** Draws a batch from a stream. */
export function drawBatch(draw: (random: Random) => Example, random: Random, size: number): Batch {
  return stack(Array.from({ length: size }, () => draw(random)));
}

function lastUsed(tokens: Int32Array): number {
  for (let i = tokens.length; i > 0; i--) if (tokens[i - 1] !== 0) return i;
  return 0;
}
