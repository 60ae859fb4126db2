import type { CountReport } from "./count";

/**
 * How numbers are held while training. fp32: all in 32 bits. mixed: weights and gradients in 16 bits, and for
 * everything trained a master copy and AdamW's two moments in 32 bits.
 */
export const precisions = ["fp32", "mixed"] as const;
export type Precision = (typeof precisions)[number];

/** Bytes that training holds beside the intermediate results, which depend on batch and length. */
export interface Memory {
  readonly weights: number;
  readonly gradients: number;
  /** Moments, and the master copy where there is one. */
  readonly optimizer: number;
  readonly total: number;
}

/** Bytes that training holds for what was counted, in this precision; see `precisions` for what that means. */
export function memoryOf(report: CountReport, precision: Precision): Memory {
  const { trained, weightBytes, gradientBytes, optimizerBytes } = report;
  const memory =
    precision === "fp32"
      ? { weights: weightBytes.fp32, gradients: gradientBytes, optimizer: optimizerBytes }
      : { weights: weightBytes.fp16, gradients: gradientBytes / 2, optimizer: optimizerBytes + 4 * trained };
  return { ...memory, total: memory.weights + memory.gradients + memory.optimizer };
}
