import { type SearchPlan, usualPlan } from "../experiments/prompt/search-rounds";
import type { AnyOptions } from "../lib/options";
import type { BaseWeights, LaneSpec } from "../training/race-spec";
import { firstSeed } from "./race-of-runs";
import type { SearchRun } from "./run";

/** Searches for prompts as plain data: one for each of the tasks, with the first seed. */
export interface SearchSpec {
  readonly base: SearchRun["base"];
  readonly from: BaseWeights;
  readonly tasks: readonly NonNullable<LaneSpec["task"]>[];
  readonly pairs: number;
  readonly length?: number;
  readonly plan: SearchPlan;
  readonly rounds: number;
  readonly seed: number;
}

/** Pairs that a search knows, and rounds after the proposals: what the lesson has too. */
const usualPairs = 5;
export const usualRounds = 2;

/** A run that searches, everything left out filled in. */
export function searchOfRun(run: SearchRun): SearchSpec {
  const { over, length } = run;
  const options = (over?.values ?? [null]).map((value): AnyOptions | undefined =>
    over && value !== null ? { [over.option]: value } : undefined,
  );
  return {
    base: run.base,
    from: run.from ?? "pretrained",
    tasks: options.map((one) => ({ id: run.task, ...(one && { options: one }) })),
    pairs: run.pairs ?? usualPairs,
    ...(length !== undefined && { length }),
    plan: run.plan ?? usualPlan,
    rounds: usualRounds,
    seed: firstSeed,
  };
}
