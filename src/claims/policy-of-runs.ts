import { defaultOptions, parseOptions } from "../lib/options";
import { findMethod } from "../methods/index";
import { findTask } from "../tasks/index";
import { objectiveOptions } from "../training/objectives/option-specs";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import { firstSeed, requireAlike } from "./race-of-runs";
import type { PolicyRun } from "./run";

/** Runs as the lanes of one race, everything left out filled in. Throws where they do not learn from the same clicks. */
export function policyOfRuns(runs: readonly PolicyRun[]): RaceSpec {
  const races = runs.map(({ base, from, task, taskOptions, preferences, batch, steps }): RaceSpec => {
    const info = findTask(task);
    return {
      base,
      from: from ?? "pretrained",
      task,
      ...(taskOptions && { taskOptions }),
      preferences,
      lanes: [],
      batch: batch ?? info?.batch ?? 64,
      steps: steps ?? info?.steps ?? 200,
      seed: firstSeed,
    };
  });
  return { ...requireAlike(races), lanes: runs.map(laneOf) };
}

function laneOf({ method: id, objective, learningRate }: PolicyRun): LaneSpec {
  const method = findMethod(id);
  if (!method) throw new Error(`no method is called "${id}"`);
  const options = parseOptions(objectiveOptions[objective.id], objective.options);
  return {
    method: method.id,
    options: defaultOptions(method.options),
    learningRate,
    objective: { id: objective.id, options },
  };
}
