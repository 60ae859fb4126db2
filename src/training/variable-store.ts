import * as tf from "@tensorflow/tfjs-core";
import { createRandom, type Random } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { sizeOf } from "../lib/shape";
import type { Variables } from "../methods/method";

/** Keeps what a method makes: its variables and what it distils from them. */
export class VariableStore implements Variables {
  /** What the optimiser moves, by name. */
  readonly trained: Record<string, tf.Variable> = {};
  /** Factor on the learning rate, by name; 1 where there is none. */
  readonly rates: Record<string, number> = {};
  private readonly distillations: Record<string, () => tf.Tensor> = {};
  private readonly random: Random;

  /** Same seed and names, same starting values. */
  constructor(seed: number) {
    this.random = createRandom(seed).fork("variables");
  }

  zeros(name: string, shape: readonly number[]): tf.Tensor {
    return this.add(name, () => tf.zeros([...shape]));
  }

  ones(name: string, shape: readonly number[]): tf.Tensor {
    return this.add(name, () => tf.ones([...shape]));
  }

  normal(name: string, shape: readonly number[], std: number): tf.Tensor {
    return this.add(name, () => this.draw(name, shape, std));
  }

  copy(name: string, value: tf.Tensor, rate = 1): tf.Tensor {
    this.rates[name] = rate;
    // A product by 1 makes new memory; a clone would share the base's, which must never change.
    return this.add(name, () => tf.mul(value, 1));
  }

  distilled(name: string, compute: () => tf.Tensor): () => tf.Tensor {
    this.distillations[name] = compute;
    return () => this.trained[name] ?? compute();
  }

  /** What must be stored to use the result: distilled tensors instead of the networks that made them. */
  async kept(isKept: (name: string) => boolean): Promise<Record<string, PlainTensor>> {
    const trained = Object.entries(this.trained).filter(([name]) => isKept(name));
    const distilled = Object.entries(this.distillations).filter(([name]) => !this.trained[name]);
    // All reads are started before any is awaited: they are of one moment, and on a GPU each is a round trip.
    const reads = [
      ...trained.map(async ([name, variable]) => [name, await readNow(variable)] as const),
      ...distilled.map(async ([name, compute]) => {
        const tensor = tf.tidy(compute);
        const values = await readNow(tensor);
        tensor.dispose();
        return [name, values] as const;
      }),
    ];
    return Object.fromEntries(await Promise.all(reads));
  }

  /** Puts stored values in place. A distilled one takes the place of its network and is trained itself from then on. */
  put(values: Readonly<Record<string, PlainTensor>>): void {
    for (const [name, { shape, data }] of Object.entries(values)) {
      const tensor = tf.tensor(data, [...shape]);
      const variable = this.trained[name];
      if (variable) {
        // In place: closures of the method and, on wasm, addresses stay valid.
        variable.assign(tensor);
        tensor.dispose();
      } else {
        this.trained[name] = tf.variable(tensor, true);
        tensor.dispose();
      }
    }
  }

  dispose(): void {
    tf.dispose(Object.values(this.trained));
  }

  private add(name: string, make: () => tf.Tensor): tf.Variable {
    if (this.trained[name]) throw new Error(`variable "${name}" is made twice`);
    const variable = tf.tidy(() => tf.variable(make(), true));
    this.trained[name] = variable;
    return variable;
  }

  private draw(name: string, shape: readonly number[], std: number): tf.Tensor {
    const random = this.random.fork(name);
    const size = sizeOf(shape);
    return tf.tensor(
      Float32Array.from({ length: size }, () => random.normal() * std),
      [...shape],
    );
  }
}

/**
 * A tensor's values at the moment of the call. They are read from a copy: while an answer of a GPU is on its way the
 * optimiser may move the tensor in place, and TensorFlow.js would then remember the old values as the tensor's own.
 */
export async function readNow(tensor: tf.Tensor): Promise<PlainTensor> {
  const copy = tf.tidy(() => tf.mul(tensor, 1));
  const data = Float32Array.from((await copy.data()) as Float32Array);
  copy.dispose();
  return { shape: tensor.shape, data };
}
