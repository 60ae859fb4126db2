import type { ModelConfig } from "../model/config";
import { countParameters } from "../model/parameters";
import { sitesOf } from "../model/sites";

/** A race that would not fit the memory a browser tab can be expected to have; both in bytes. */
export class TooLargeError extends Error {
  override name = "TooLargeError";
  constructor(
    readonly needed: number,
    readonly limit: number,
  ) {
    super(
      `this race needs about ${Math.round(needed / 2 ** 20)} MiB, the limit is ${Math.round(limit / 2 ** 20)} MiB`,
    );
  }
}

/** What one step may hold at once. A wasm heap ends at 4 GiB, and phones end tabs long before. */
export const memoryLimit = 2 ** 30;

/**
 * Bytes that one training step of a lane holds at its peak: for every position about 34 C numbers a block (counted by its attentions: inputs,
 * norms, q k v, the MLP's 4C before and after GELU, and the gradients of most of them), the attention probabilities
 * twice, and the logits twice. `inFront` counts positions that methods put in front.
 */
export function stepBytes(config: ModelConfig, batch: number, inFront: number): number {
  const { context, width, heads, vocabulary } = config;
  const positions = context + inFront;
  const attentions = sitesOf(config).filter(({ sublayer }) => sublayer !== "mlp").length;
  const perPosition = attentions * (34 * width + 2 * heads * positions) + 2 * vocabulary;
  return 4 * batch * positions * perPosition;
}

/**
 * Throws TooLargeError where a race would not fit: one step at a time, and for every lane up to six copies of the
 * parameters (variables, two moments, and the gradients of each recorded shape of a batch, of which most races have three).
 */
export function requireMemory(config: ModelConfig, batch: number, inFront: number, lanes: number): void {
  const needed = stepBytes(config, batch, inFront) + 24 * lanes * countParameters(config);
  if (needed > memoryLimit) throw new TooLargeError(needed, memoryLimit);
}
