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

/** First and second moments of each variable, by name, and the number of steps taken. */
export interface AdamWState {
  steps: number;
  /** Factor on the learning rate of single variables; 1 where there is none. */
  readonly rates: Readonly<Record<string, number>>;
  readonly moments: Readonly<Record<string, readonly [tf.Variable, tf.Variable]>>;
}

export function createAdamWState(
  variables: Readonly<Record<string, tf.Variable>>,
  rates: Readonly<Record<string, number>> = {},
): AdamWState {
  const zeros = (shape: number[]): tf.Variable => tf.tidy(() => tf.variable(tf.zeros(shape), false));
  return {
    steps: 0,
    rates,
    moments: Object.fromEntries(
      Object.entries(variables).map(([name, { shape }]) => [name, [zeros(shape), zeros(shape)] as const]),
    ),
  };
}

/** Applies one step: variables and state are changed in place. Variables without a gradient stay. */
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
  tf.tidy(() => {
    const squares = Object.values(gradients).map((gradient) => tf.sum(tf.square(gradient)));
    // Two at a time: addN binds a buffer for each, and WebGPU allows eight.
    const norm = tf.sqrt(squares.reduce((sum, square) => tf.add(sum, square), tf.scalar(0)));
    const clip = clipNorm > 0 ? tf.minimum(tf.div(clipNorm, tf.add(norm, 1e-6)), 1) : tf.scalar(1);
    for (const [name, gradient] of Object.entries(gradients)) {
      const variable = variables[name]!;
      const [first, second] = state.moments[name]!;
      const rate = learningRate * (state.rates[name] ?? 1);
      const g = tf.mul(gradient, clip);
      first.assign(tf.add(tf.mul(first, beta1), tf.mul(g, 1 - beta1)));
      second.assign(tf.add(tf.mul(second, beta2), tf.mul(tf.square(g), 1 - beta2)));
      const mean = tf.div(first, 1 - beta1 ** state.steps);
      const spread = tf.sqrt(tf.div(second, 1 - beta2 ** state.steps));
      const step = tf.mul(tf.div(mean, tf.add(spread, epsilon)), rate);
      variable.assign(tf.sub(tf.mul(variable, 1 - rate * weightDecay), step));
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
    for (const [name, gradient] of Object.entries(gradients)) {
      const variable = variables[name]!;
      const [first, second] = state.moments[name]!;
      const rate = learningRate * (state.rates[name] ?? 1);
      kernels.adamW(
        at(variable),
        at(gradient),
        at(first),
        at(second),
        variable.size,
        rate,
        beta1,
        beta2,
        epsilon,
        weightDecay,
        clip,
        1 - beta1 ** state.steps,
        1 - beta2 ** state.steps,
      );
    }
  };
}
