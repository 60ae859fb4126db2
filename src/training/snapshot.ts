import * as tf from "@tensorflow/tfjs-core";
import type { AdamWState } from "../engine/adamw";
import type { PlainTensor } from "../lib/safetensors";
import { readNow, type VariableStore } from "./variable-store";

/** The whole state of training as plain data: enough to continue elsewhere. */
export interface Snapshot {
  readonly steps: number;
  readonly variables: Readonly<Record<string, PlainTensor>>;
  readonly moments: Readonly<Record<string, readonly [PlainTensor, PlainTensor]>>;
  /** State that the method keeps from step to step, and its tensors that are never trained. */
  readonly buffers: Readonly<Record<string, PlainTensor>>;
}

/** Reads everything as it is now: all reads start before any is awaited, because on a GPU each is a round trip. */
export async function takeSnapshot(store: VariableStore, state: AdamWState): Promise<Snapshot> {
  const { steps, layout } = state;
  const names = Object.keys(layout);
  const reads = names.map((name) => readNow(store.trained[name]!));
  const buffers = store.remembered();
  const [first, second] = await Promise.all([readNow(state.first), readNow(state.second)]);
  const values = await Promise.all(reads);
  const variables: Record<string, PlainTensor> = {};
  const moments: Record<string, [PlainTensor, PlainTensor]> = {};
  names.forEach((name, i) => {
    const { offset, size } = layout[name]!;
    const { shape } = values[i]!;
    const part = ({ data }: PlainTensor): PlainTensor => ({ shape, data: data.slice(offset, offset + size) });
    variables[name] = values[i]!;
    moments[name] = [part(first), part(second)];
  });
  return { steps, variables, moments, buffers: await buffers };
}

/** Puts steps and moments into a fresh state of the same variables. */
export function putMoments(state: AdamWState, { steps, moments }: Snapshot): void {
  state.steps = steps;
  [state.first, state.second].forEach((variable, i) => {
    const flat = new Float32Array(variable.size);
    for (const [name, pair] of Object.entries(moments)) flat.set(pair[i]!.data, state.layout[name]!.offset);
    tf.tidy(() => variable.assign(tf.tensor1d(flat)));
  });
}
