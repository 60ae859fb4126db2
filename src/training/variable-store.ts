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
    const result: Record<string, PlainTensor> = {};
    for (const [name, variable] of Object.entries(this.trained))
      if (isKept(name)) result[name] = await read(variable);
    for (const [name, compute] of Object.entries(this.distillations)) {
      if (this.trained[name]) continue;
      const tensor = tf.tidy(compute);
      result[name] = await read(tensor);
      tensor.dispose();
    }
    return result;
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

async function read(tensor: tf.Tensor): Promise<PlainTensor> {
  return { shape: tensor.shape, data: (await tensor.data()) as Float32Array };
}
