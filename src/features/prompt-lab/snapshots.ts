import { type BaseId, findBase } from "../../bases/index";
import type { BaseWeights } from "../../training/race-spec";

/** The steps of its pretraining at which a base can be asked, 0 (untrained) to the last. */
export function snapshotsOf(base: BaseId): readonly number[] {
  const found = findBase(base);
  if (!found) return [];
  return [...new Set([0, ...(found.snapshots ?? []), found.recipe.steps])].sort((a, b) => a - b);
}

/** After how many steps of pretraining these weights were taken. */
export function stepOf(base: BaseId, from: BaseWeights): number {
  if (from === "untrained") return 0;
  return from === "pretrained" ? (findBase(base)?.recipe.steps ?? 0) : from.step;
}

/** The weights after so many steps. */
export function weightsAt(base: BaseId, step: number): BaseWeights {
  return step === findBase(base)?.recipe.steps ? "pretrained" : { step };
}

/** The same weights of another base, or the last ones where it kept none at that step. */
export function nearestSnapshot(base: BaseId, from: BaseWeights): BaseWeights {
  if (from === "pretrained" || from === "untrained") return from;
  return snapshotsOf(base).includes(from.step) ? weightsAt(base, from.step) : "pretrained";
}
