import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import type { Kernels } from "./wasm/kernels";

/** Settings of AdamW (Loshchilov & Hutter 2019). clipNorm: gradients are scaled down to this global norm; 0: never. */
export interface AdamWSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
  readonly clipNorm: number;
}

/** What every run uses. epsilon is BERT's 1e-6: with 1e-8 a gradient that is only rounding noise takes full steps. */
export const adamWDefaults: AdamWSettings = {
  beta1: 0.9,
  beta2: 0.98,
  epsilon: 1e-6,
  weightDecay: 0,
  clipNorm: 1,
};

interface Place {
  readonly offset: number;
  readonly size: number;
  readonly rate: number;
}

/**
 * What the optimiser remembers. Each flat tensor holds all variables, one after the other, in the order of `layout`.
 */
export interface AdamWState {
  steps: number;
  /**
   * For each variable: the offset of its values in the flat tensors, their number, and the factor on their learning
   * rate.
   */
  readonly layout: Readonly<Record<string, Place>>;
  /** First and second moments, and the factors on the learning rate, one for each value. */
  readonly first: tf.Variable;
  readonly second: tf.Variable;
  readonly rates: tf.Tensor;
}

/** A state whose moments are 0. `rates`: factors on the learning rate of single variables; 1 for the others. */
export function createAdamWState(
  variables: Readonly<Record<string, tf.Variable>>,
  rates: Readonly<Record<string, number>> = {},
): AdamWState {
  const layout: Record<string, Place> = {};
  let total = 0;
  for (const [name, { size }] of Object.entries(variables)) {
    layout[name] = { offset: total, size, rate: rates[name] ?? 1 };
    total += size;
  }
  const factors = new Float32Array(total).fill(1);
  for (const { offset, size, rate } of Object.values(layout)) factors.fill(rate, offset, offset + size);
  const zeros = (): tf.Variable => tf.tidy(() => tf.variable(tf.zeros([total]), false));
  return { steps: 0, layout, first: zeros(), second: zeros(), rates: tf.keep(tf.tensor1d(factors)) };
}

export function disposeAdamWState({ first, second, rates }: AdamWState): void {
  tf.dispose([first, second, rates]);
}

/**
 * Applies one step: it changes variables and state in place. A variable without a gradient is treated as if its gradient
 * were 0.
 */
export type ApplyAdamW = (
  variables: Readonly<Record<string, tf.Variable>>,
  gradients: Readonly<Record<string, tf.Tensor>>,
  state: AdamWState,
  learningRate: number,
  settings: AdamWSettings,
) => void;

/** The reference: stock operations, any backend. */
export const plainAdamW: ApplyAdamW = (variables, gradients, state, learningRate, settings) => {
  state.steps++;
  const { beta1, beta2, epsilon, weightDecay, clipNorm } = settings;
  const { layout, first, second } = state;
  const names = Object.keys(layout);
  tf.tidy(() => {
    const flat = (name: string): tf.Tensor1D => {
      const gradient = gradients[name];
      return gradient ? tf.reshape(gradient, [gradient.size]) : tf.zeros([layout[name]!.size]);
    };
    const gradient = tf.concat(names.map(flat));
    const values = tf.concat(names.map((name) => tf.reshape(variables[name]!, [layout[name]!.size])));
    const norm = tf.sqrt(tf.sum(tf.square(gradient)));
    const clip = clipNorm > 0 ? tf.minimum(tf.div(clipNorm, tf.add(norm, 1e-6)), 1) : tf.scalar(1);
    const g = tf.mul(gradient, clip);
    first.assign(tf.add(tf.mul(first, beta1), tf.mul(g, 1 - beta1)));
    second.assign(tf.add(tf.mul(second, beta2), tf.mul(tf.square(g), 1 - beta2)));
    const mean = tf.div(first, 1 - beta1 ** state.steps);
    const spread = tf.sqrt(tf.div(second, 1 - beta2 ** state.steps));
    const rate = tf.mul(state.rates, learningRate);
    const step = tf.mul(tf.div(mean, tf.add(spread, epsilon)), rate);
    const decayed = weightDecay > 0 ? tf.mul(values, tf.sub(1, tf.mul(rate, weightDecay))) : values;
    const moved = tf.sub(decayed, step) as tf.Tensor1D;
    for (const [name, { offset, size }] of Object.entries(layout)) {
      const variable = variables[name]!;
      variable.assign(tf.reshape(tf.slice(moved, offset, size), variable.shape));
    }
  });
};

/** The same in one pass over each variable, in place on the wasm backend's memory. */
export function fusedAdamW(backend: BackendWasm, kernels: Kernels): ApplyAdamW {
  const at = (tensor: tf.Tensor): number => backend.getMemoryOffset(tensor.dataId);
  return (variables, gradients, state, learningRate, settings) => {
    state.steps++;
    const { beta1, beta2, epsilon, weightDecay, clipNorm } = settings;
    let squares = 0;
    for (const gradient of Object.values(gradients))
      squares += kernels.sumSquares(at(gradient), gradient.size);
    const clip = clipNorm > 0 ? Math.min(clipNorm / (Math.sqrt(squares) + 1e-6), 1) : 1;
    for (const [name, { offset, size, rate }] of Object.entries(state.layout)) {
      const gradient = gradients[name] ?? tf.zeros([size]);
      kernels.adamW(
        at(variables[name]!),
        at(gradient),
        at(state.first) + 4 * offset,
        at(state.second) + 4 * offset,
        size,
        learningRate * rate,
        beta1,
        beta2,
        epsilon,
        weightDecay,
        clip,
        1 - beta1 ** state.steps,
        1 - beta2 ** state.steps,
      );
      if (!gradients[name]) gradient.dispose();
    }
  };
}
