import type { BaseId } from "../bases/index";
import type { AnyOptions } from "../lib/options";
import type { MethodId } from "../methods/index";
import type { TaskId } from "../tasks/index";
import type { TaskRef } from "../tasks/task";
import type { ObjectiveId } from "./objectives/ids";
import type { PreferenceSpec } from "./preferences/preference-spec";

/** From this step on, the schedule has another peak. */
export interface RateChange {
  readonly step: number;
  readonly learningRate: number;
}

/** The objective of a lane, with its options. */
export interface ObjectiveSpec {
  readonly id: ObjectiveId;
  readonly options: AnyOptions;
}

/** One lane of a race: a method, its options and its own learning rate. */
export interface LaneSpec {
  readonly method: MethodId;
  readonly options: AnyOptions;
  /** Peak of the schedule: linear warm-up over 5 % of the steps, then cosine to 5 %. */
  readonly learningRate: number;
  /** Changes made during the race, in the order of their steps; a race that starts again repeats them. */
  readonly rateChanges?: readonly RateChange[];
  /** Cross-entropy where left out. */
  readonly objective?: ObjectiveSpec;
  /** Trains and is scored on another task than the race, or on the same with other options: lanes that differ in data. */
  readonly task?: TaskRef<TaskId>;
}

/** Which weights of a base a run starts from: the finished ones, random ones, or a snapshot of its pretraining. */
export type BaseWeights = "pretrained" | "untrained" | { readonly step: number };

/** A base with some of its weights. */
export interface ModelRef {
  readonly base: BaseId;
  readonly from: BaseWeights;
}

/** The same text for the same model: "reader-micro, step=1000". */
export function modelKey({ base, from }: ModelRef): string {
  return `${base}, ${weightsName(from)}`;
}

/** One word for them: "pretrained", "untrained" or "step=1000". */
export function weightsName(from: BaseWeights): string {
  return typeof from === "string" ? from : `step=${from.step}`;
}

/** A race as plain data: same spec, same backend, same curves. This is what a link holds. */
export interface RaceSpec {
  readonly base: BaseId;
  readonly from: BaseWeights;
  readonly task: TaskId;
  /** Options of the task, where it has any and they differ from its defaults. */
  readonly taskOptions?: AnyOptions;
  /** What is known of a reader's taste, for objectives that learn from clicks. */
  readonly preferences?: PreferenceSpec;
  /** One to six. */
  readonly lanes: readonly LaneSpec[];
  /** Examples a step. */
  readonly batch: number;
  readonly steps: number;
  readonly seed: number;
}

export const limits = {
  lanes: { min: 1, max: 6 },
  batch: { min: 1, max: 128 },
  steps: { min: 1, max: 5000 },
  seed: { min: 0, max: 999_999 },
  learningRate: { min: 1e-6, max: 1 },
  rateChanges: { max: 64 },
} as const;

/** The peak rate of a lane after so many steps. */
export function rateAt({ learningRate, rateChanges = [] }: LaneSpec, step: number): number {
  return rateChanges.findLast((change) => change.step <= step)?.learningRate ?? learningRate;
}

/** The changes of a lane's rate before a step. */
export function changesBefore({ rateChanges = [] }: LaneSpec, step: number): readonly RateChange[] {
  return rateChanges.filter((change) => change.step < step);
}

/**
 * The lane with another rate from this step on; changes noted for later steps are dropped. At step 0 the lane starts
 * with the rate. Unchanged where it has reached the maximum number of changes.
 */
export function withRate(lane: LaneSpec, step: number, learningRate: number): LaneSpec {
  const { rateChanges: _, ...start } = lane;
  if (step === 0) return { ...start, learningRate };
  const before = changesBefore(lane, step);
  const same = rateAt({ ...start, rateChanges: before }, step) === learningRate;
  if (!same && before.length >= limits.rateChanges.max) return lane;
  const changes = same ? before : [...before, { step, learningRate }];
  return changes.length > 0 ? { ...start, rateChanges: changes } : start;
}
