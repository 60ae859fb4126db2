import type { PictureAsk } from "./picture-spec";

/** Pictures to draw with the base of the experiment that is open, and with any adapters at any strengths. */
export interface DrawRequest {
  readonly asks: readonly PictureAsk[];
  /** Put on one after the other; none: the base alone. */
  readonly adapters: readonly DrawAdapter[];
  /** Of the noise that pictures start from. */
  readonly seed: number;
  /** Steps from noise to picture. */
  readonly steps: number;
  /** How far the words are followed: 1 as they are, more is beyond them. */
  readonly guidance: number;
  /** Whether the pictures on the way are wanted too. */
  readonly frames: boolean;
}

/** A lane as it is now, or a saved adapter of any picture experiment; strength 0 is the base, 1 the adapter as trained. */
export type DrawAdapter = { readonly strength: number } & (
  | { readonly lane: number }
  | { readonly file: Uint8Array }
);

/** The pictures, and where they were wanted those after each step, in the order of the steps. */
export interface DrawResult {
  readonly pictures: readonly Float32Array[];
  readonly frames: readonly (readonly Float32Array[])[];
}
