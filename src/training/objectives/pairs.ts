import * as tf from "@tensorflow/tfjs-core";
import type { Pair } from "./preferences";

/**
 * Which of the rows belong to which pair: +1 where a row is of the better sequence, −1 of the worse, 0 elsewhere. (R,
 * N).
 */
export function signsOf(
  pairs: readonly Pair[],
  rows: number,
  /** For each row: which sequence it is of. The better ones come first, then the worse ones in the same order. */
  sequences: readonly number[],
): tf.Tensor2D {
  const count = pairs.length;
  const signs = new Float32Array(rows * count);
  sequences.forEach((sequence, row) => {
    signs[row * count + (sequence % count)] = sequence < count ? 1 : -1;
  });
  return tf.tensor2d(signs, [rows, count]);
}

/** Share of margins above 0. */
export function accuracyOf(margins: readonly number[]): number {
  return margins.filter((margin) => margin > 0).length / Math.max(1, margins.length);
}

/** Mean of −log σ(margin): the loss of Bradley and Terry (1952). */
export function meanLoss(margins: readonly number[]): number {
  const losses = margins.map((margin) => Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))));
  return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, losses.length);
}
