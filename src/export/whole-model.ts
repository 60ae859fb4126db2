import type { PlainTensor } from "../lib/safetensors";
import type { OneStack, Shift } from "./layout";

/** A model as it leaves the page: a base, or a base with an adapter merged in. */
export interface WholeModel {
  /** With the classes of the task, where it has any. */
  readonly config: OneStack;
  /** By our names, as x W; without `classifier` where the head comes with an adapter. */
  readonly parameters: Readonly<Record<string, PlainTensor>>;
  readonly vocabulary: ModelVocabulary;
  /** Token id that ends an answer; −1 where none does. */
  readonly end: number;
  /** Names of the classes, in the order of the logits. */
  readonly classes: readonly string[];
}

/** Tokens by id, and what a token is: a character, or a lower-cased word. */
export interface ModelVocabulary {
  readonly unit: "character" | "word";
  readonly tokens: readonly string[];
}

/** The position table with empty rows in front, for a base under a soft prompt: (T, C) -> (P + T, C). */
export function shiftedPositions({ shape, data }: PlainTensor, { positions }: Shift): PlainTensor {
  const [rows = 0, width = 0] = shape;
  const shifted = new Float32Array((positions + rows) * width);
  shifted.set(data, positions * width);
  return { shape: [positions + rows, width], data: shifted };
}
