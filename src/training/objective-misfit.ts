import type { ObjectiveId } from "./objectives/ids";

/** Why an objective cannot train a model on a task: the page has words for each (`app:failures.objective`). */
export type ObjectiveReason =
  | "needs-decoder"
  | "needs-tokens"
  | "no-questions"
  | "no-pairs"
  | "no-preferences";

const inWords: Readonly<Record<ObjectiveReason, string>> = {
  "needs-decoder": "it needs a decoder, which writes its answers",
  "needs-tokens": "it needs a task that is answered in tokens, not in classes",
  "no-questions": "no question of the task leaves room for an answer",
  "no-pairs": "the annotator finds all answers equally good",
  "no-preferences": "it learns from clicks, and there are none",
};

/** An objective that cannot train such a base on such a task. */
export class ObjectiveMisfitError extends Error {
  override name = "ObjectiveMisfitError";
  constructor(
    readonly objective: ObjectiveId,
    readonly reason: ObjectiveReason,
  ) {
    super(`objective "${objective}" cannot be used here: ${inWords[reason]}`);
  }
}
