import { allBases, findBase, type ListedBase } from "../bases/index";
import { defaultOptions } from "../lib/options";
import { findMethod } from "../methods/index";
import { findTask, type ListedTask, tasks } from "../tasks/index";
import { ownRate } from "./learning-rates";
import type { LaneSpec, RaceSpec } from "./race-spec";

const first = {
  base: "toolbox-micro",
  task: "past-tense",
  methods: ["full", "adapter", "prefix-tuning", "p-tuning", "lora"],
  seed: 1,
} as const;

/** Examples in the batch on which the speed of methods is measured; each is as long as the base reads. */
export const speedBatch = 16;

/** The rate offered for a method on a base, found by a sweep. */
export function usualRate(methodId: string, baseId: string): number {
  const method = findMethod(methodId);
  if (!method) throw new Error(`no method is called "${methodId}"`);
  return ownRate(baseId, method.id, method.learningRate);
}

/** A lane as it is first offered: the method with its default options and its usual rate on the base. */
export function defaultLane(methodId: string, baseId: string = first.base): LaneSpec {
  const method = findMethod(methodId);
  if (!method) throw new Error(`no method is called "${methodId}"`);
  const learningRate = usualRate(methodId, baseId);
  return { method: method.id, options: defaultOptions(method.options), learningRate };
}

/** The lanes of the first race, on this base. */
export function defaultLanes(baseId: string = first.base): readonly LaneSpec[] {
  return first.methods.map((id) => defaultLane(id, baseId));
}

/** The race offered for a task: its own batch and steps, the base that fits it best. */
export function defaultRace(task: ListedTask = findTask(first.task) ?? tasks[0]!): RaceSpec {
  const base = baseFor(task).id;
  return {
    base,
    from: "pretrained",
    task: task.id,
    lanes: defaultLanes(base),
    batch: task.batch,
    steps: task.steps,
    seed: first.seed,
  };
}

/** The base that a task is first offered with. */
export function baseFor(task: ListedTask): ListedBase {
  const preferred = findBase(first.base);
  if (preferred && preferred.family === task.family) return preferred;
  const base = allBases.find((candidate) => candidate.family === task.family);
  if (!base) throw new Error(`no base fits the task "${task.id}"`);
  return base;
}
