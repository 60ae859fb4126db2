import * as tf from "@tensorflow/tfjs-core";
import type { Random } from "../lib/random";
import type { Example } from "../tasks/task";

/** Examples as tensors: tokens (B, T) int32, targets (B, S) int32, counts (B, S) float32; S = T, or 1 for classes. */
export interface Batch {
  readonly tokens: tf.Tensor2D;
  readonly targets: tf.Tensor2D;
  readonly counts: tf.Tensor2D;
}

/**
 * Stacks examples, cut to the longest of them (padding changes nothing but time). The caller disposes the tensors.
 * The length is rounded up to 4, the step of the fused kernels.
 */
export function stack(examples: readonly Example[]): Batch {
  const context = examples[0]?.tokens.length ?? 0;
  const used = Math.max(1, ...examples.map(({ tokens }) => lastUsed(tokens)));
  const length = Math.min(context, Math.ceil(used / 4) * 4);
  const classification = examples[0]?.targets.length === 1;
  const outputs = classification ? 1 : length;
  const batch = examples.length;
  const tokens = new Int32Array(batch * length);
  const targets = new Int32Array(batch * outputs);
  const counts = new Float32Array(batch * outputs);
  examples.forEach((example, i) => {
    tokens.set(example.tokens.subarray(0, length), i * length);
    targets.set(example.targets.subarray(0, outputs), i * outputs);
    counts.set(example.counts.subarray(0, outputs), i * outputs);
  });
  return {
    tokens: tf.tensor2d(tokens, [batch, length], "int32"),
    targets: tf.tensor2d(targets, [batch, outputs], "int32"),
    counts: tf.tensor2d(counts, [batch, outputs], "float32"),
  };
}

/** Draws a batch from a stream. */
export function drawBatch(draw: (random: Random) => Example, random: Random, size: number): Batch {
  return stack(Array.from({ length: size }, () => draw(random)));
}

function lastUsed(tokens: Int32Array): number {
  for (let i = tokens.length; i > 0; i--) if (tokens[i - 1] !== 0) return i;
  return 0;
}
