import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { f16round } from "@petamoriken/float16";
import * as tf from "@tensorflow/tfjs-core";
import type { Base, BaseCard, LoadedCorpus } from "../bases/base";
import type { Engine } from "../engine/engine";
import { encodeTensors, type PlainTensor, type Precision } from "../lib/safetensors";
import { countParameters } from "../model/parameters";
import type { Subject } from "../model/subject";
import type { Example } from "../tasks/task";
import { type LossAndExact, measure } from "../training/evaluate";
import { checkpointName, toModel } from "../training/load-base";

/** Bases with more parameters than this are stored with two bytes a parameter: a phone has to fetch them. */
const mostInFull = 500_000;

/** What a card is made of besides the parameters. */
export interface CheckpointFacts {
  readonly base: Base;
  /** Steps taken. */
  readonly step: number;
  /** One of the base's snapshots, not the finished base. */
  readonly isSnapshot: boolean;
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
  { base, step, isSnapshot, curve, corpus, heldOut }: CheckpointFacts,
): Promise<LossAndExact & { readonly line: string }> {
  const dtype: Precision = base.stored ?? (countParameters(base.config) > mostInFull ? "F16" : "F32");
  const tensors = await readTensors(variables, dtype);
  const metadata = { format: "tuning-playground-base/1", base: base.id };
  const file = encodeTensors({ tensors, metadata }, dtype);
  const model = toModel(base.config, tensors);
  const subject: Subject = { ops: engine.ops, model, edits: {} };
  const { loss, exact } = await measure(subject, heldOut);
  const probes: BaseCard["probes"][number][] = [];
  for (const { id, examples } of corpus.probes) {
    const { loss, exact } = await measure(subject, examples);
    probes.push({ id, loss: round(loss), exact: round(exact) });
  }
  tf.dispose(Object.values(model.params));
  const card: BaseCard = {
    id: base.id,
    ...(isSnapshot && { step }),
    config: base.config,
    parameters: countParameters(base.config),
    recipe: base.recipe,
    data: base.data,
    ...(base.planted && { planted: base.planted }),
    curve: [...curve.filter((point) => point.step < step), { step, loss: round(loss) }],
    heldOutLoss: round(loss),
    probes,
    bytes: file.length,
    dtype,
    sha256: createHash("sha256").update(file).digest("hex"),
  };
  const name = checkpointName(base.id, isSnapshot ? { step } : "pretrained");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.safetensors`), file);
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(card, null, 2)}\n`);
  const line = `${name}: ${probes.map(({ id, exact }) => `${id} ${exact}`).join("  ")}   ${file.length} bytes`;
  return { loss, exact, line };
}

/** Parameters as a file of this precision holds them. */
async function readTensors(
  variables: Readonly<Record<string, tf.Variable>>,
  dtype: Precision,
): Promise<Record<string, PlainTensor>> {
  const tensors: Record<string, PlainTensor> = {};
  for (const [name, variable] of Object.entries(variables)) {
    const data = (await variable.data()) as Float32Array;
    tensors[name] = { shape: variable.shape, data: dtype === "F16" ? data.map(f16round) : data };
  }
  return tensors;
}

/** Rounds to the digits that a card keeps. */
export function round(value: number): number {
  return Number(value.toFixed(4));
}
