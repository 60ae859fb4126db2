import type { BaseCard, LoadedCorpus } from "../bases/base";
import { findBase, type ListedBase } from "../bases/index";
import { readAlike } from "../bases/read-alike";
import { type AnyOptions, parseOptions } from "../lib/options";
import { createRandom } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { initialParams } from "../model/init";
import { findTask, type ListedTask } from "../tasks/index";
import { ownDataFolder } from "../tasks/own/place";
import type { LoadedTask, ReadText, TaskRef } from "../tasks/task";
import { type CheckpointSource, loadCheckpoint } from "./load-base";
import { type BaseWeights, type LaneSpec, type ModelRef, modelKey } from "./race-spec";

/** A task and its data. */
export interface TaskMaterials {
  readonly taskInfo: ListedTask;
  readonly task: LoadedTask;
}

/** A model before a backend is involved. */
export interface PlainModel {
  readonly base: ListedBase;
  readonly params: Readonly<Record<string, PlainTensor>>;
}

/** Everything a race is made of before a backend is involved: plain arrays and text. */
export interface Materials extends TaskMaterials, PlainModel {
  readonly from: BaseWeights;
  /** null for untrained weights. */
  readonly card: BaseCard | null;
  readonly corpus: LoadedCorpus;
  /** The tasks that lanes name for themselves, by `taskKey`. */
  readonly ofLanes: ReadonlyMap<string, TaskMaterials>;
  /** Models that are asked beside this one, by `modelKey`. */
  readonly others: ReadonlyMap<string, PlainModel>;
}

/** What is to be loaded beside a base and a task with its default options. */
export interface MaterialsWanted {
  readonly taskOptions?: AnyOptions | undefined;
  /** Of the run, for tasks whose data depend on it; 0 where left out. */
  readonly seed?: number | undefined;
  readonly lanes?: readonly Pick<LaneSpec, "task">[] | undefined;
  /** Models that are asked beside the base: they must read the same prompts. */
  readonly others?: readonly ModelRef[] | undefined;
}

/** The same for equal tasks. */
export function taskKey({ id, options = {} }: TaskRef): string {
  return JSON.stringify([id, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The task that a lane trains: its own, or that of the race. */
export function taskOfLane(materials: Materials, { task }: Pick<LaneSpec, "task">): TaskMaterials {
  if (!task) return materials;
  const own = materials.ofLanes.get(taskKey(task));
  if (!own) throw new Error(`the task "${task.id}" of a lane was not loaded`);
  return own;
}

/** Base and task that do not go together. */
export class MisfitError extends Error {
  override name = "MisfitError";
  constructor(
    readonly base: string,
    readonly task: string,
  ) {
    super(`task "${task}" cannot be asked of base "${base}"`);
  }
}

/** Data that could not be fetched, are not kept in this browser, or are not what their task or base can read. */
export class DataError extends Error {
  override name = "DataError";
  constructor(
    readonly task: string,
    readonly problem: "missing" | "not-here" | "format",
    detail: string,
  ) {
    super(`data of "${task}": ${detail}`);
  }
}

/**
 * Loads a base (or initialises it at random) and a task. `progress` gets the share of the checkpoint read. Throws
 * MisfitError, DataError or CheckpointError.
 */
export async function loadMaterials(
  base: ListedBase,
  taskInfo: ListedTask,
  from: BaseWeights,
  source: CheckpointSource,
  progress: (share: number) => void,
  { taskOptions = {}, seed = 0, lanes = [], others = [] }: MaterialsWanted = {},
): Promise<Materials> {
  const read: ReadText = async (path) => {
    try {
      // Some checkouts and some hosts end lines as Windows does.
      return (await source.readText(path)).replaceAll("\r\n", "\n");
    } catch (error) {
      const problem = path.startsWith(ownDataFolder) ? "not-here" : "missing";
      throw new DataError(taskInfo.id, problem, String(error));
    }
  };
  const loadTask = loaderFor(base, read, seed);
  const ofLanes = new Map(lanes.flatMap(({ task }) => (task ? [[taskKey(task), task] as const] : [])));
  // Before anything is fetched: throws for options that cannot be.
  const loading = [{ id: taskInfo.id, options: taskOptions }, ...ofLanes.values()].map(loadTask);
  const loadData = Promise.all([base.load(read), Promise.all(loading)]).catch((error: unknown) => {
    throw error instanceof DataError ? error : new DataError(taskInfo.id, "format", String(error));
  });
  const loadOthers = others.map(async (model): Promise<[string, PlainModel]> => {
    const other = findBase(model.base);
    if (!other || !readAlike(base, other)) throw new MisfitError(model.base, taskInfo.id);
    const { params } = await loadParams(other, model.from, source, () => {});
    return [modelKey(model), { base: other, params }];
  });
  const [[corpus, [main, ...own]], { params, card }, ...plain] = await Promise.all([
    loadData,
    loadParams(base, from, source, progress),
    ...loadOthers,
  ]);
  const keys = [...ofLanes.keys()];
  return {
    base,
    from,
    params,
    card,
    corpus,
    ...main!,
    ofLanes: new Map(own.map((one, i) => [keys[i]!, one])),
    others: new Map(plain),
  };
}

/** The parameters of a base, with the card of its checkpoint. Untrained ones are the same for every seed of a race. */
async function loadParams(
  base: ListedBase,
  from: BaseWeights,
  source: CheckpointSource,
  progress: (share: number) => void,
): Promise<Pick<Materials, "params" | "card">> {
  if (from !== "untrained") return loadCheckpoint(base, from, source, progress);
  return { params: initialParams(base.config, createRandom("untrained"), base.recipe.init), card: null };
}

/** What loads a task for a base. It throws MisfitError, or OptionError for options that the task cannot have. */
function loaderFor(base: ListedBase, read: ReadText, seed: number) {
  return ({ id, options: given = {} }: TaskRef): Promise<TaskMaterials> => {
    const taskInfo = findTask(id);
    if (!taskInfo || base.family !== taskInfo.family) throw new MisfitError(base.id, id);
    const options = parseOptions(taskInfo.options, given);
    return taskInfo.load(read, options, { model: base.config.kind, seed }).then((task) => {
      if (task.items("train").length === 0 || task.items("heldOut").length === 0)
        throw new DataError(id, "format", "there are no items");
      return { taskInfo, task };
    });
  };
}
