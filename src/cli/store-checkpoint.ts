import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { f16round } from "@petamoriken/float16";
import type * as tf from "@tensorflow/tfjs-core";
import type { Base, BaseCard } from "../bases/base";
import { encodeTensors, type PlainTensor, type Precision } from "../lib/safetensors";
import { countParameters } from "../model/parameters";

/** Writes parameters and their card, and gives the size of the file in bytes. */
export async function storeCheckpoint(
  folder: string,
  name: string,
  base: Pick<Base, "id" | "config" | "recipe" | "data" | "planted">,
  { tensors, dtype }: { readonly tensors: Readonly<Record<string, PlainTensor>>; readonly dtype: Precision },
  { step, ...measured }: Pick<BaseCard, "step" | "cpuSeconds" | "curve" | "heldOutLoss" | "probes">,
): Promise<number> {
  const metadata = { format: "tuning-playground-base/1", base: base.id };
  const file = encodeTensors({ tensors, metadata }, dtype);
  const card: BaseCard = {
    id: base.id,
    ...(step !== undefined && { step }),
    config: base.config,
    parameters: countParameters(base.config),
    recipe: base.recipe,
    data: base.data,
    ...(base.planted && { planted: base.planted }),
    ...measured,
    bytes: file.length,
    dtype,
    sha256: createHash("sha256").update(file).digest("hex"),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.safetensors`), file);
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(card, null, 2)}\n`);
  return file.length;
}

/** Parameters as a file of this precision holds them. */
export async function readTensors(
  variables: Readonly<Record<string, tf.Tensor>>,
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
