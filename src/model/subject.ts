import type { Ops } from "../engine/ops";
import type { Edits } from "./edits";
import type { Model } from "./transformer";

/** A model as it answers now: the base, with or without the edits of a method. */
export interface Subject {
  readonly ops: Ops;
  readonly model: Model;
  readonly edits: Edits;
}
