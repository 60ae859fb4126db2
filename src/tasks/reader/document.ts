/** A pretraining document: its tokens, and which of them the loss counts. */
export interface Document {
  readonly words: readonly string[];
  /** Whether the word at this place is to be predicted from those before it. */
  counts(place: number): boolean;
}
