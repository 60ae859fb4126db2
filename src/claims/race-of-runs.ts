import { parseOptions } from "../lib/options";
import { findMethod } from "../methods/index";
import { findTask } from "../tasks/index";
import { usualRate } from "../training/default-race";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import type { MeasuredRun } from "./claim";

/** The first seed of every run: the one that figures beside the text race with. */
export const firstSeed = 1;

/** Runs as the lanes of one race, everything left out filled in. Throws where they do not share base, task and length. */
export function raceOfRuns(runs: readonly MeasuredRun[]): RaceSpec {
  const races = runs.map((run): RaceSpec => {
    const task = findTask(run.task);
    if (!task) throw new Error(`no task is called "${run.task}"`);
    return {
      base: run.base,
      from: run.from ?? "pretrained",
      task: run.task,
      lanes: [],
      batch: run.batch ?? task.batch,
      steps: run.steps ?? task.steps,
      seed: firstSeed,
    };
  });
  const [first, ...others] = races;
  if (!first || !others.every((race) => JSON.stringify(race) === JSON.stringify(first)))
    throw new Error("the runs of one figure share base, task, batch and number of steps");
  return { ...first, lanes: runs.map(completeLane) };
}

function completeLane(run: MeasuredRun): LaneSpec {
  const method = findMethod(run.method);
  if (!method) throw new Error(`no method is called "${run.method}"`);
  return {
    method: method.id,
    options: parseOptions(method.options, run.options ?? {}),
    learningRate: run.learningRate ?? usualRate(run.method, run.base),
  };
}
