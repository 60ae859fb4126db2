import type { Item } from "../task";

/** Why a pair cannot be trained on. `pieces`: the characters or words that the model has no token for. */
export type PairProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "unknown"; readonly pieces: readonly string[] }
  | { readonly kind: "too-long" };

/** Says which pairs a base can be trained on. */
export interface PairCheck {
  readonly unit: "character" | "word";
  /** The longest pair that fits, in units: question and answer together; of a labelled text, the text alone. */
  readonly most: number;
  lengthOf(pair: Item): number;
  problemOf(pair: Item): PairProblem | null;
  /** The pair without the characters that the model cannot write. */
  withoutUnknown(pair: Item): Item;
}
