import * as tf from "@tensorflow/tfjs-core";
import type { Base, BaseCard, LoadedCorpus } from "../bases/base";
import type { Engine } from "../engine/engine";
import type { Precision } from "../lib/safetensors";
import { countParameters } from "../model/parameters";
import type { Subject } from "../model/subject";
import type { Example } from "../tasks/task";
import { type LossAndExact, measure } from "../training/evaluate";
import { checkpointName, toModel } from "../training/load-base";
import { readTensors, round, storeCheckpoint } from "./store-checkpoint";

/** Bases with more parameters than this are stored with two bytes a parameter: a phone has to fetch them. */
const mostInFull = 500_000;

/** What a card is made of besides the parameters. */
export interface CheckpointFacts {
  readonly base: Base;
  /** Steps taken. */
  readonly step: number;
  /** One of the base's snapshots, not the finished base. */
  readonly isSnapshot: boolean;
  /** CPU time of the pretraining so far. */
  readonly cpuSeconds: number;
  /** Held-out losses before this step; a loss at it is replaced. */
  readonly curve: BaseCard["curve"];
  readonly corpus: LoadedCorpus;
  readonly heldOut: readonly Example[];
}

/** Writes parameters and their card. What the card says is measured on the parameters as the file holds them. */
export async function writeCheckpoint(
  folder: string,
  engine: Engine,
  variables: Readonly<Record<string, tf.Variable>>,
  { base, step, isSnapshot, cpuSeconds, curve, corpus, heldOut }: CheckpointFacts,
): Promise<LossAndExact & { readonly line: string }> {
  const dtype: Precision = base.stored ?? (countParameters(base.config) > mostInFull ? "F16" : "F32");
  const tensors = await readTensors(variables, dtype);
  const model = toModel(base.config, tensors);
  const subject: Subject = { ops: engine.ops, model, edits: {} };
  const { loss, exact } = await measure(subject, heldOut);
  const probes: BaseCard["probes"][number][] = [];
  for (const { id, examples } of corpus.probes) {
    const { loss, exact } = await measure(subject, examples);
    probes.push({ id, loss: round(loss), exact: round(exact) });
  }
  tf.dispose(Object.values(model.params));
  const all = [...curve.filter((point) => point.step < step), { step, loss: round(loss) }];
  const name = checkpointName(base.id, isSnapshot ? { step } : "pretrained");
  const measured = { ...(isSnapshot && { step }), cpuSeconds, curve: all, heldOutLoss: round(loss), probes };
  const bytes = await storeCheckpoint(folder, name, base, { tensors, dtype }, measured);
  const line = `${name}: ${probes.map(({ id, exact }) => `${id} ${exact}`).join("  ")}   ${bytes} bytes`;
  return { loss, exact, line };
}
