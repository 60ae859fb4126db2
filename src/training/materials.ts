import type { BaseCard, LoadedCorpus } from "../bases/base";
import type { ListedBase } from "../bases/index";
import { type AnyOptions, parseOptions } from "../lib/options";
import { createRandom } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { initialParams } from "../model/init";
import type { ListedTask } from "../tasks/index";
import type { LoadedTask } from "../tasks/task";
import { type CheckpointSource, loadCheckpoint } from "./load-base";
import type { BaseWeights } from "./race-spec";

/** Everything a race is made of before a backend is involved: plain numbers and text. */
export interface Materials {
  readonly base: ListedBase;
  readonly params: Readonly<Record<string, PlainTensor>>;
  readonly from: BaseWeights;
  /** null for the untrained twin. */
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

/** Data files that are missing or broken. */
export class DataError extends Error {
  override name = "DataError";
}

/** Loads a base (or makes its untrained twin) and a task. `progress` gets the share of the checkpoint read. */
export async function loadMaterials(
  base: ListedBase,
  taskInfo: ListedTask,
  from: BaseWeights,
  source: CheckpointSource,
  progress: (share: number) => void,
  taskOptions: AnyOptions = {},
): Promise<Materials> {
  if (base.family !== taskInfo.family) throw new MisfitError(base.id, taskInfo.id);
  const loadData = Promise.all([
    base.load(source.readText),
    taskInfo.load(source.readText, parseOptions(taskInfo.options, taskOptions)),
  ]).catch((error: unknown) => {
    throw new DataError(error instanceof Error ? error.message : String(error));
  });
  const loadParams =
    from === "untrained"
      ? // The same twin for every seed of a race, so that seeds differ in the tuning alone.
        Promise.resolve({ params: initialParams(base.config, createRandom("untrained")), card: null })
      : loadCheckpoint(base, from, source, progress);
  const [[corpus, task], { params, card }] = await Promise.all([loadData, loadParams]);
  return { base, from, params, card, corpus, taskInfo, task };
}
