import { expect } from "vitest";
import type { AnyOptions } from "../lib/options";
import { decodeTensors, type PlainTensor } from "../lib/safetensors";
import { sizeOf } from "../lib/shape";
import { tokensHead } from "../model/config";
import { exportPeft, type PeftExport } from "./hf-peft";
import type { OneStack } from "./layout";

/** Small sizes that are all different. */
export const config: OneStack = {
  kind: "decoder",
  vocabulary: 11,
  context: 8,
  layers: 2,
  heads: 2,
  width: 6,
  tied: true,
  head: tokensHead,
};

/** Numbers that are all different and easy to find again. */
export function tensor(shape: readonly number[], first = 1): PlainTensor {
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, (_, i) => first + i / 16) };
}

/** Exports an adapter made of tensors of these shapes. */
export function write(
  method: string,
  options: AnyOptions,
  shapes: Readonly<Record<string, readonly number[]>>,
  model: OneStack = config,
): PeftExport {
  const tensors = Object.fromEntries(
    Object.entries(shapes).map(([name, shape], i) => [name, tensor(shape, i + 1)]),
  );
  return exportPeft({ method, options, config: model, steps: 40, tensors });
}

/** The two files, read back. */
export function read(written: PeftExport): {
  config: Record<string, unknown>;
  tensors: Record<string, PlainTensor>;
} {
  if (!written.ok) throw new Error(written.refusal);
  const { tensors, metadata } = decodeTensors(written.files["adapter_model.safetensors"]);
  expect(metadata).toEqual({ format: "pt" });
  return {
    config: JSON.parse(new TextDecoder().decode(written.files["adapter_config.json"])),
    tensors: { ...tensors },
  };
}

/** Modules as HF PEFT names them in its file. */
export const q = "base_model.model.model.decoder.layers.0.self_attn.q_proj";
export const k = "base_model.model.model.decoder.layers.0.self_attn.k_proj";
export const fc1 = "base_model.model.model.decoder.layers.1.fc1";
export const fc2 = "base_model.model.model.decoder.layers.1.fc2";
