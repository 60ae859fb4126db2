import * as tf from "@tensorflow/tfjs-core";
import type { Base, BaseCard } from "../bases/base";
import { decodeTensors, type PlainTensor } from "../lib/safetensors";
import type { ModelConfig } from "../model/config";
import { parameterShapes } from "../model/parameters";
import type { Model } from "../model/transformer";
import { parseCard } from "./base-card";
import { CheckpointError } from "./checkpoint-error";
import type { BaseWeights } from "./race-spec";

/** Where checkpoints come from: paths are relative to public/. `progress` gets the share read, 0 to 1. */
export interface CheckpointSource {
  readText(path: string): Promise<string>;
  readBytes(path: string, progress: (share: number) => void): Promise<Uint8Array>;
}

/**
 * Reads a pretrained base or a snapshot of its pretraining, checked against the SHA-256 of its card. Throws
 * CheckpointError.
 */
export async function loadCheckpoint(
  base: Pick<Base, "id" | "config">,
  from: Exclude<BaseWeights, "untrained">,
  source: CheckpointSource,
  progress: (share: number) => void,
): Promise<{ params: Record<string, PlainTensor>; card: BaseCard }> {
  const name = checkpointName(base.id, from);
  const [text, file] = await Promise.all([
    source.readText(`checkpoints/${name}.json`),
    source.readBytes(`checkpoints/${name}.safetensors`, progress),
  ]).catch((error: unknown) => {
    throw new CheckpointError(base.id, "missing", String(error));
  });
  const card = parseCard(base.id, from, text);
  if ((await sha256(file)) !== card.sha256) {
    throw new CheckpointError(base.id, "hash", "the file is not the one its card describes");
  }
  return { params: readParams(base, file), card };
}

/** Name of a checkpoint's two files: "toolbox-micro", of a snapshot "reader-micro.1000". */
export function checkpointName(base: string, from: Exclude<BaseWeights, "untrained">): string {
  return from === "pretrained" ? base : `${base}.${from.step}`;
}

/** Puts plain parameters on the current backend. The tensors are the caller's to dispose. */
export function toModel(config: ModelConfig, params: Readonly<Record<string, PlainTensor>>): Model {
  const tensors = Object.entries(params).map(
    ([name, { shape, data }]) => [name, tf.tensor(data, [...shape])] as const,
  );
  return { config, params: Object.fromEntries(tensors) };
}

function readParams(base: Pick<Base, "id" | "config">, file: Uint8Array): Record<string, PlainTensor> {
  const tensors = tensorsIn(base, file);
  const shapes = parameterShapes(base.config);
  for (const [name, shape] of Object.entries(shapes)) {
    if (tensors[name]?.shape.join() !== shape.join()) {
      throw new CheckpointError(base.id, "format", `"${name}" should be ${shape.join(" × ")}`);
    }
  }
  return Object.fromEntries(Object.keys(shapes).map((name) => [name, tensors[name]!]));
}

function tensorsIn(base: Pick<Base, "id">, file: Uint8Array): Readonly<Record<string, PlainTensor>> {
  try {
    return decodeTensors(file).tensors;
  } catch (error) {
    throw new CheckpointError(base.id, "format", String(error));
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
