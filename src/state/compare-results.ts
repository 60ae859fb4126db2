import { deviation, mean } from "../lib/mean";
import { type BaseWeights, weightsName } from "../training/race-spec";
import { type LaneResult, setupKey } from "./lane-result";

/** What makes runs comparable: the same question to the same base. */
export interface Comparison {
  readonly base: string;
  readonly from: BaseWeights;
  readonly task: string;
  /** The hash of the learner's own data, where the task is made of them. */
  readonly data?: string | undefined;
}

/** Names a comparison: "toolbox-micro/pretrained/numerals". */
export function comparisonKey({ base, from, task, data }: Comparison): string {
  return `${base}/${weightsName(from)}/${task}${data === undefined ? "" : `/${data}`}`;
}

/** The comparison that a run belongs to. */
export function comparisonOf(run: Pick<LaneResult, "base" | "from" | "task" | "taskOptions">): Comparison {
  const data = run.taskOptions?.data;
  const { base, from, task } = run;
  return typeof data === "string" ? { base, from, task, data } : { base, from, task };
}

/** Every comparison that has runs, the one with the latest run first, with the number of its runs. */
export function comparisonsOf(
  runs: readonly LaneResult[],
): readonly (Comparison & { readonly runs: number })[] {
  const found = new Map<string, Comparison & { readonly runs: number }>();
  for (const run of runs.toReversed()) {
    const comparison = comparisonOf(run);
    const key = comparisonKey(comparison);
    found.set(key, { ...comparison, runs: (found.get(key)?.runs ?? 0) + 1 });
  }
  return [...found.values()];
}

/** The lengths of these runs, shortest first. */
export function lengthsOf(runs: readonly LaneResult[]): readonly number[] {
  return [...new Set(runs.map(({ steps }) => steps))].sort((a, b) => a - b);
}

/** One dot: a run, or the mean over the seeds of runs that differ in nothing else. */
export interface Outcome {
  /** The run; of several the last. */
  readonly run: LaneResult;
  readonly seeds: readonly number[];
  readonly score: number;
  /** Sample standard deviation of the score; null of a single run. */
  readonly deviation: number | null;
}

/** Every run as one outcome. */
export function singly(runs: readonly LaneResult[]): readonly Outcome[] {
  return runs.map((run) => ({ run, seeds: [run.seed], score: run.score, deviation: null }));
}

/** Runs that differ in the seed only, as one. A run that stopped is not grouped: it has no final score. */
export function overSeeds(runs: readonly LaneResult[]): readonly Outcome[] {
  const groups = new Map<string, LaneResult[]>();
  for (const run of runs) {
    const key = run.stoppedAt === null ? setupKey(run) : `stopped ${run.seed} ${setupKey(run)}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()].map((group) => {
    const scores = group.map(({ score }) => score);
    return {
      run: group.at(-1)!,
      seeds: group.map(({ seed }) => seed).sort((a, b) => a - b),
      score: mean(scores),
      deviation: deviation(scores),
    };
  });
}
