import type { ModelConfig } from "../model/config";
import { countParameters } from "../model/parameters";
import { sitesOf } from "../model/sites";

/** An experiment that would not fit the memory that a browser tab can be expected to have. Both figures are bytes. */
export class TooLargeError extends Error {
  override name = "TooLargeError";
  constructor(
    readonly needed: number,
    readonly limit: number,
  ) {
    super(
      `this needs about ${Math.round(needed / 2 ** 20)} MiB, the limit is ${Math.round(limit / 2 ** 20)} MiB`,
    );
  }
}

/** What one step may hold at once. A wasm heap ends at 4 GiB, and phones end tabs long before. */
export const memoryLimit = 2 ** 30;

/** What goes through a model in one step. */
export interface StepSize {
  readonly sequences: number;
  /** Positions that a method puts in front of each. */
  readonly inFront: number;
}

/**
 * Bytes that one training step of a lane holds at its peak. For every position: about 34 C values for each attention (a
 * block's inputs, norms, q k v, the MLP's 4C before and after GELU, and the gradients of most of them), the attention
 * probabilities twice, and the logits twice.
 */
export function stepBytes(config: ModelConfig, { sequences, inFront }: StepSize): number {
  const { context, width, heads, vocabulary } = config;
  const positions = context + inFront;
  const attentions = sitesOf(config).filter(({ sublayer }) => sublayer !== "mlp").length;
  const perPosition = attentions * (34 * width + 2 * heads * positions) + 2 * vocabulary;
  return 4 * sequences * positions * perPosition;
}

/**
 * Throws TooLargeError where an experiment would not fit. Steps are taken one at a time, so the largest of them counts. A
 * model that is trained needs up to six copies of its parameters: variables, two moments, and the gradients of each recorded
 * shape of a batch, of which most races have three.
 */
export function requireMemory(config: ModelConfig, steps: readonly StepSize[], trained: number): void {
  const largest = Math.max(0, ...steps.map((step) => stepBytes(config, step)));
  const needed = largest + 24 * trained * countParameters(config);
  if (needed > memoryLimit) throw new TooLargeError(needed, memoryLimit);
}
