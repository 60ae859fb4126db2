import type { Architecture } from "../architecture";

/** What every family asks of a model. */
export interface FamilyShape {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly width: number;
  /** Blocks of one stack: an encoder-decoder has as many again. */
  readonly layers: number;
}

/** Names and sizes of a model of one stack, four times as wide inside, with a key for each query. */
export function sizes(
  { id, aliases = [], width, layers }: FamilyShape,
  family: string,
): Omit<Architecture, "parts" | "head"> {
  return {
    id,
    aliases,
    family,
    width,
    inner: 4 * width,
    layers,
    blocks: layers,
    keyWidth: width,
    isEncoderDecoder: false,
    promptSets: 1,
  };
}

/** The same for an encoder and a decoder of `layers` blocks each. */
export function sizesOfPair(shape: FamilyShape, family: string): Omit<Architecture, "parts" | "head"> {
  return { ...sizes(shape, family), blocks: 2 * shape.layers, isEncoderDecoder: true, promptSets: 2 };
}
