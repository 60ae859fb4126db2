import type { BaseCard, LoadedCorpus } from "../bases/base";
import type { ListedBase } from "../bases/index";
import { type AnyOptions, parseOptions } from "../lib/options";
import { createRandom } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { initialParams } from "../model/init";
import type { ListedTask } from "../tasks/index";
import type { LoadedTask, ReadText } from "../tasks/task";
import { type CheckpointSource, loadCheckpoint } from "./load-base";
import type { BaseWeights } from "./race-spec";

/** Everything a race is made of before a backend is involved: plain arrays and text. */
export interface Materials {
  readonly base: ListedBase;
  readonly params: Readonly<Record<string, PlainTensor>>;
  readonly from: BaseWeights;
  /** null for untrained weights. */
  readonly card: BaseCard | null;
  readonly corpus: LoadedCorpus;
  readonly taskInfo: ListedTask;
  readonly task: LoadedTask;
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

/** Data files that could not be fetched, or are not what their task or base can read. */
export class DataError extends Error {
  override name = "DataError";
  constructor(
    readonly task: string,
    readonly problem: "missing" | "format",
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
  taskOptions: AnyOptions = {},
): Promise<Materials> {
  if (base.family !== taskInfo.family) throw new MisfitError(base.id, taskInfo.id);
  const options = parseOptions(taskInfo.options, taskOptions);
  const read: ReadText = (path) =>
    source.readText(path).catch((error: unknown) => {
      throw new DataError(taskInfo.id, "missing", String(error));
    });
  const loadData = Promise.all([base.load(read), taskInfo.load(read, options)]).catch((error: unknown) => {
    throw error instanceof DataError ? error : new DataError(taskInfo.id, "format", String(error));
  });
  const loadParams =
    from === "untrained"
      ? // The same twin for every seed of a race, so that seeds differ in the tuning alone.
        Promise.resolve({
          params: initialParams(base.config, createRandom("untrained"), base.recipe.init),
          card: null,
        })
      : loadCheckpoint(base, from, source, progress);
  const [[corpus, task], { params, card }] = await Promise.all([loadData, loadParams]);
  if (task.items("train").length === 0 || task.items("heldOut").length === 0)
    throw new DataError(taskInfo.id, "format", "there are no items");
  return { base, from, params, card, corpus, taskInfo, task };
}
