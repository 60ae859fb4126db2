import { parseOptions } from "../lib/options";
import { findMethod } from "../methods/index";
import { findTask } from "../tasks/index";
import { usualRate } from "../training/default-race";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import type { RaceRun } from "./run";

/** The first seed of every run, which the live figures use too. */
export const firstSeed = 1;

/** Runs as the lanes of one race, everything left out filled in. Throws where they do not share base, task and length. */
export function raceOfRuns(runs: readonly RaceRun[]): RaceSpec {
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
  return { ...requireAlike(races), lanes: runs.map(completeLane) };
}

/** The first of some specs that must all be the same. */
export function requireAlike<T>(specs: readonly T[]): T {
  const [first, ...others] = specs;
  if (!first || !others.every((spec) => JSON.stringify(spec) === JSON.stringify(first)))
    throw new Error("the runs of one figure share base, task and how long they are");
  return first;
}

function completeLane(run: RaceRun): LaneSpec {
  const method = findMethod(run.method);
  if (!method) throw new Error(`no method is called "${run.method}"`);
  return {
    method: method.id,
    options: parseOptions(method.options, run.options ?? {}),
    learningRate: run.learningRate ?? usualRate(run.method, run.base),
    ...(run.taskOptions && { task: { id: run.task, options: run.taskOptions } }),
  };
}
