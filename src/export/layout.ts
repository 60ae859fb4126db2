import type { AnyOptions } from "../lib/options";
import type { PlainTensor } from "../lib/safetensors";
import type { ModelConfig } from "../model/config";

/** Models of one stack of blocks, which are all that can be exported. */
export type OneStack = Extract<ModelConfig, { readonly kind: "decoder" | "encoder" }>;

/** What was trained, as it is kept: a lane's saved adapter and what it was trained on. */
export interface TrainedAdapter {
  readonly method: string;
  readonly options: AnyOptions;
  readonly config: OneStack;
  /** Steps of training; AdaLoRA's config cannot be read without. */
  readonly steps: number;
  /** By our names, as x W: "blocks.0.attention.query.lora_A" (in, r). */
  readonly tensors: Readonly<Record<string, PlainTensor>>;
}

/**
 * Why an adapter cannot be written as HF PEFT writes it. no-class: PEFT has no class for the method. base-trained: the
 * base was trained too, and an adapter alone has no place for that. some-layers: PEFT puts a prefix in every layer.
 */
export type Refusal = "no-class" | "base-trained" | "some-layers";

/**
 * What a base must look like so that PEFT's soft prompts answer as ours. PEFT counts positions from the prompt on, ours
 * stay at 0, 1, 2 …: `positions` rows go in front of the position table. `firstToken` is where the first real token is
 * in the sequence: behind a prompt, but at 0 with a prefix, which is in the cache only.
 */
export interface Shift {
  readonly positions: number;
  readonly firstToken: number;
}

export const noShift: Shift = { positions: 0, firstToken: 0 };

/** A layout in HF PEFT: the config, and the tensors by their names in its file. Takes what it uses out of `left`. */
export interface Layout {
  /** Fields of the config, `peft_type` among them. */
  config(adapter: TrainedAdapter): Readonly<Record<string, unknown>>;
  tensors(adapter: TrainedAdapter, left: Map<string, PlainTensor>): Record<string, PlainTensor> | Refusal;
  shift(adapter: TrainedAdapter): Shift;
  /** What comes before the names of modules: PEFT wraps the model once more where it changes modules. */
  readonly prefix: "base_model.model" | "base_model";
  /** The first release of PEFT that was seen to load such a file and give our logits. */
  readonly since: string;
}

/** Takes a tensor out, if it is there. */
export function take(left: Map<string, PlainTensor>, name: string): PlainTensor | undefined {
  const tensor = left.get(name);
  left.delete(name);
  return tensor;
}

/** (a, b) -> (b, a): ours are x W, those of PyTorch W x. */
export function transpose({ shape, data }: PlainTensor): PlainTensor {
  const [rows = 0, columns = 0] = shape;
  const turned = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = data[row * columns + column] ?? 0;
    }
  }
  return { shape: [columns, rows], data: turned };
}
