import type { Base } from "../bases/base";
import { bases, findBase } from "../bases/index";
import { defaultOptions } from "../lib/options";
import { findMethod } from "../methods/index";
import { findTask, tasks } from "../tasks/index";
import type { Task } from "../tasks/task";
import type { LaneSpec, RaceSpec } from "./race-spec";

const first = {
  base: "toolbox-micro",
  task: "past-tense",
  methods: ["full", "adapter", "prefix-tuning", "p-tuning", "lora"],
  seed: 1,
} as const;

/** Examples in the batch on which the speed of methods is measured; each is as long as the base reads. */
export const speedBatch = 16;

/** A lane as it is first offered: the method with its own default options and rate. */
export function defaultLane(methodId: string): LaneSpec {
  const method = findMethod(methodId);
  if (!method) throw new Error(`no method is called "${methodId}"`);
  return { method: method.id, options: defaultOptions(method.options), learningRate: method.learningRate };
}

/** The lanes of the first race. */
export function defaultLanes(): readonly LaneSpec[] {
  return first.methods.map(defaultLane);
}

/** The race offered for a task: its own batch and steps, the base that fits it best. */
export function defaultRace(task: Task = findTask(first.task) ?? tasks[0]!): RaceSpec {
  return {
    base: baseFor(task).id,
    pretrained: true,
    task: task.id,
    lanes: defaultLanes(),
    batch: task.batch,
    steps: task.steps,
    seed: first.seed,
  };
}

/** The base a task is first asked of. */
export function baseFor(task: Task): Base {
  const preferred = findBase(first.base);
  if (preferred && preferred.family === task.family) return preferred;
  const base = bases.find((candidate) => candidate.family === task.family);
  if (!base) throw new Error(`no base fits the task "${task.id}"`);
  return base;
}
