import type { Base } from "../bases/base";
import { type BaseId, findBase } from "../bases/index";
import { methods } from "../methods/index";
import { findTask, type ListedTask, tasks } from "../tasks/index";
import { asOwnTask, type OwnTaskId } from "../tasks/own/own-task-ids";
import type { Task } from "../tasks/task";
import { baseFor, defaultLane, usualRate } from "../training/default-race";
import { type LaneSpec, limits, type RaceSpec } from "../training/race-spec";

const lenders = methods.filter(({ lendsRate }) => lendsRate).map(({ id }) => id);

/** A draft after a choice, and what else had to change so that base and task fit. */
export interface Choice {
  readonly draft: RaceSpec;
  readonly moved: "base" | "task" | null;
}

/** Whether a task can be asked of a base. */
export function fits(base: Base, task: Task): boolean {
  return base.family === task.family;
}

/** Takes another base; where the task does not fit it, the base's first task. */
export function chooseBase(draft: RaceSpec, id: string): Choice {
  const base = findBase(id);
  const task = findTask(draft.task);
  if (!base) return { draft, moved: null };
  if (task && fits(base, task)) return { draft: onBase(draft, base.id), moved: null };
  const other = tasks.find((candidate) => fits(base, candidate));
  if (!other) return { draft, moved: null };
  return { draft: onBase(withTask(draft, other), base.id), moved: "task" };
}

/** Takes another task with its own batch and steps; where the base does not fit it, the base that does. */
export function chooseTask(draft: RaceSpec, id: string): Choice {
  const task = findTask(id);
  if (!task) return { draft, moved: null };
  const base = findBase(draft.base);
  if (base && fits(base, task)) return { draft: withTask(draft, task), moved: null };
  return { draft: onBase(withTask(draft, task), baseFor(task).id), moved: "base" };
}

/** Takes a learner's own data, kept under this hash, as the task; where the base does not fit them, one that does. */
export function chooseOwnData(draft: RaceSpec, task: OwnTaskId, data: string): Choice {
  const choice = chooseTask(draft, task);
  return { ...choice, draft: { ...choice.draft, taskOptions: { data } } };
}

/** The hash of the learner's own data that a race is about; undefined where it has a task of ours. */
export function ownDataOf({ task, taskOptions }: Pick<RaceSpec, "task" | "taskOptions">): string | undefined {
  return asOwnTask(task) && String(taskOptions?.data ?? "");
}

/** Adds a lane of a method that is not in the race yet, else of the last lane's; unchanged when the race is full. */
export function addLane(draft: RaceSpec): RaceSpec {
  if (draft.lanes.length >= limits.lanes.max) return draft;
  const fresh = methods.find((method) => draft.lanes.every((lane) => lane.method !== method.id));
  const lane = defaultLane(fresh?.id ?? draft.lanes.at(-1)?.method ?? methods[0]!.id, draft.base);
  return { ...draft, lanes: [...draft.lanes, lane] };
}

/** Takes a lane out; the last one stays. */
export function removeLane(draft: RaceSpec, index: number): RaceSpec {
  if (draft.lanes.length <= limits.lanes.min) return draft;
  return { ...draft, lanes: draft.lanes.filter((_, i) => i !== index) };
}

/** Puts another lane in the place of one. */
export function replaceLane(draft: RaceSpec, index: number, lane: LaneSpec): RaceSpec {
  return { ...draft, lanes: draft.lanes.map((former, i) => (i === index ? lane : former)) };
}

/** Same race but for the learning rates, which may change without starting again. */
export function sameButRates(a: RaceSpec, b: RaceSpec): boolean {
  const still = (spec: RaceSpec) => ({
    ...spec,
    lanes: spec.lanes.map((lane) => ({ ...lane, learningRate: 0, rateChanges: [] })),
  });
  return sameRace(still(a), still(b));
}

/** Whether two races are the same in every setting. */
export function sameRace(a: RaceSpec, b: RaceSpec): boolean {
  return canonical(a) === canonical(b);
}

/** The race with these lanes; the same object if nothing changes, so that nothing is rendered again. */
export function withLanes(draft: RaceSpec, lanes: readonly LaneSpec[]): RaceSpec {
  const changed = { ...draft, lanes };
  return sameRace(changed, draft) ? draft : changed;
}

function canonical(spec: RaceSpec): string {
  return JSON.stringify(spec, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** The race on another base. A lane at the usual rate of its method, or of one that lends its rate, takes that method's rate there; rates set by hand stay. */
function onBase(draft: RaceSpec, base: BaseId): RaceSpec {
  const lanes = draft.lanes.map((lane) => {
    const owner = [lane.method, ...lenders].find((id) => usualRate(id, draft.base) === lane.learningRate);
    return owner === undefined ? lane : { ...lane, learningRate: usualRate(owner, base) };
  });
  return { ...draft, base, lanes: lanes.map((lane) => withFittingTask(lane, base)) };
}

/** A lane keeps its own task only on a base that can be asked it. */
function withFittingTask({ task, ...lane }: LaneSpec, base: BaseId): LaneSpec {
  const isFit = task && findTask(task.id)?.family === findBase(base)?.family;
  return isFit ? { ...lane, task } : lane;
}

function withTask({ taskOptions: _, ...draft }: RaceSpec, task: ListedTask): RaceSpec {
  // The options belonged to the former task, and so did what lanes said of theirs.
  const lanes = draft.lanes.map(({ task: __, ...lane }) => lane);
  return { ...draft, task: task.id, lanes, batch: task.batch, steps: task.steps };
}
