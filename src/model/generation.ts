import type { Random } from "../lib/random";
import type { SampleSettings } from "./sample";

export interface Generated {
  /** The new tokens, without the end token. */
  readonly ids: readonly number[];
  /**
   * log p of each new token given all before it, and of the end token where that was chosen: under the model at
   * temperature 1 among all tokens, whatever the settings it was chosen by.
   */
  readonly logProbs: Float32Array;
  /** Why it ends: the end token, the stop function, the most tokens asked for, or a full context. */
  readonly stopped: "end" | "stop" | "most" | "context";
}

export interface GenerateSettings extends SampleSettings {
  /** Most new tokens; the context may end a text earlier. */
  readonly most: number;
  /** Token that ends a text and is not part of it. */
  readonly end?: number;
  /** Whether the new tokens so far are all there is to write; asked after each of them. */
  readonly stop?: (ids: readonly number[]) => boolean;
  /** How many continuations of each prompt, 1 if left out. */
  readonly samples?: number;
  /**
   * Needed to draw. Each sample has its own fork, named by the indices of prompt and sample: what else is in
   * a batch changes nothing, and the same stream gives the same texts again.
   */
  readonly random?: Random;
  /** What the encoder of an encoder-decoder reads, one for each prompt; id 0 is padding. */
  readonly sources?: readonly ArrayLike<number>[];
  /** Stops the work: the promise rejects with the signal's reason. With a signal, messages are handled between tokens. */
  readonly signal?: AbortSignal;
  /** How many texts go through the model at once. */
  readonly rowsAtOnce?: number;
  /** Tokens of a text that are chosen before they are read back; the best for the backend if left out. */
  readonly tokensPerRead?: number;
}

/** The probability of a text, 0 to 1: the product of those of its tokens. */
export function confidence({ logProbs }: Pick<Generated, "logProbs">): number {
  return Math.exp(logProbs.reduce((sum, logProb) => sum + logProb, 0));
}
