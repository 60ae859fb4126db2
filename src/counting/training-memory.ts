import type { Architecture } from "./architecture";
import type { CountReport } from "./count";
import { type Part, weightsOf } from "./part";

/**
 * How the base is held while training. fp32: all in 32 bits. mixed: weights, gradients and activations in 16 bits, with
 * 32-bit master copies of what is trained. int8, nf4: the matrices of the frozen blocks in 8 or 4 bits, the rest as in
 * mixed (Dettmers et al. 2022 and 2023).
 */
export const baseFormats = ["fp32", "mixed", "int8", "nf4"] as const;
export type BaseFormat = (typeof baseFormats)[number];

/** One pass of training: what memory depends on beside the model and the method. */
export interface Pass {
  /** Examples in one pass; accumulated gradients need no more memory. */
  readonly batch: number;
  /** Tokens of an example. */
  readonly length: number;
  /** Keep the input of each block only and compute the rest again on the way back. */
  readonly checkpointing: boolean;
  /** The loss is over classes, not over the vocabulary. */
  readonly classifies: boolean;
}

/** Bytes by what they hold. */
export interface TrainingMemory {
  readonly weights: number;
  readonly gradients: number;
  /** AdamW's moments, and the master copy where there is one. */
  readonly optimizer: number;
  readonly activations: number;
  readonly total: number;
}

/** Bits of a weight: NF4 in blocks of 64, whose scales are kept in 8 bits, in blocks of 256 with a scale of 32 bits. */
const bits = { int8: 8, nf4: 4 + 8 / 64 + 32 / (64 * 256) } as const;

/**
 * Peak memory of training by a formula, in bytes. Left out: the driver, gaps between blocks of memory, and 32-bit copies
 * that some layers make for a moment. Attention is taken to be computed in tiles, so no length × length matrix is kept.
 */
export function trainingMemory(
  architecture: Architecture,
  report: CountReport,
  format: BaseFormat,
  pass: Pass,
): TrainingMemory {
  const { trained } = report;
  const is32 = format === "fp32";
  const parts = architecture.load(null, 2)?.body ?? [];
  const packed = format === "int8" || format === "nf4" ? packable(parts) : 0;
  const packedBytes = format === "int8" || format === "nf4" ? (packed * bits[format]) / 8 : 0;
  const memory = {
    weights: is32 ? report.weightBytes.fp32 : report.weightBytes.fp16 - 2 * packed + packedBytes,
    gradients: (is32 ? 4 : 2) * trained,
    optimizer: (is32 ? 8 : 12) * trained,
    activations: activationBytes(architecture, parts, is32, pass),
  };
  return { ...memory, total: memory.weights + memory.gradients + memory.optimizer + memory.activations };
}

/** Weights in linear layers of blocks: those that bitsandbytes packs. */
function packable(parts: readonly Part[]): number {
  const packed = parts.filter(({ kind, layer }) => kind === "linear" && layer !== undefined);
  return packed.reduce((sum, part) => sum + weightsOf(part), 0);
}

function activationBytes(
  { width, blocks, keyWidth, inner }: Architecture,
  parts: readonly Part[],
  is32: boolean,
  { batch, length, checkpointing, classifies }: Pass,
): number {
  // Inputs of both norms, of query, key and value, of the output matrix and of the MLP, and the queries; keys and values;
  // the MLP before and after its nonlinearity, with a gate also the gate and the product.
  const block = 6 * width + 2 * keyWidth + (isGated(parts, inner) ? 4 : 2) * inner;
  const values = checkpointing ? blocks * width + block : blocks * block;
  const vocabulary = classifies ? 0 : (parts.find(({ isOutput }) => isOutput)?.outputs ?? 0);
  // Logits, in 16 bits with a 32-bit copy for the loss, and their gradient.
  const logits = (is32 ? 8 : 10) * vocabulary;
  return batch * length * ((is32 ? 4 : 2) * values + logits);
}

function isGated(parts: readonly Part[], inner: number): boolean {
  return parts.some(
    ({ role, outputs, path }) =>
      role === "gate" || (role === "up" && outputs > inner) || path.endsWith("gate_up_proj"),
  );
}
