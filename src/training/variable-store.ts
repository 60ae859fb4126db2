import * as tf from "@tensorflow/tfjs-core";
import { createRandom, type Random } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { sizeOf } from "../lib/shape";
import type { StateBuffer, Variables } from "../methods/method";

/** Keeps what a method makes: its variables, and the tensors that are reparameterised from them. */
export class VariableStore implements Variables {
  /** What the optimiser changes, by name. */
  readonly trained: Record<string, tf.Variable> = {};
  /** Factor on the learning rate, by name; 1 where there is none. */
  readonly rates: Record<string, number> = {};
  /** What is stored with the variables but never trained. */
  readonly frozen: Record<string, tf.Variable> = {};
  private readonly buffers: Record<string, tf.Variable> = {};
  private readonly reparameterizations: Record<string, () => tf.Tensor> = {};
  private readonly random: Random;

  /** Same seed and names, same starting values. */
  constructor(seed: number) {
    this.random = createRandom(seed).fork("variables");
  }

  zeros(name: string, shape: readonly number[]): tf.Tensor {
    return this.add(name, () => tf.zeros([...shape]));
  }

  filled(name: string, shape: readonly number[], value: number): tf.Tensor {
    return this.add(name, () => tf.fill([...shape], value));
  }

  computed(name: string, compute: () => tf.Tensor): tf.Tensor {
    return this.add(name, compute);
  }

  rows(name: string, table: tf.Tensor, choose: (random: Random) => readonly number[]): tf.Tensor {
    const chosen = [...choose(this.random.fork(name))];
    return this.add(name, () => tf.gather(table, tf.tensor1d(chosen, "int32")));
  }

  fixed(
    name: string,
    shape: readonly number[],
    draw: (random: Random) => ArrayLike<number>,
    type: "float32" | "int32" = "float32",
  ): tf.Tensor {
    this.requireNew(name);
    const values = Array.from(draw(this.random.fork(name)));
    const tensor = tf.tidy(() => tf.variable(tf.tensor(values, [...shape], type), false));
    this.frozen[name] = tensor;
    return tensor;
  }

  buffer(name: string, shape: readonly number[]): StateBuffer {
    this.requireNew(name);
    const variable = tf.tidy(() => tf.variable(tf.zeros([...shape]), false));
    this.buffers[name] = variable;
    return { read: () => variable, write: (value) => variable.assign(value) };
  }

  read(name: string): tf.Tensor {
    return this.require(name);
  }

  write(name: string, value: tf.Tensor): void {
    this.require(name).assign(value);
  }

  normal(name: string, shape: readonly number[], std: number): tf.Tensor {
    return this.add(name, () => this.draw(name, shape, std));
  }

  copy(name: string, value: tf.Tensor, rate = 1): tf.Tensor {
    this.rates[name] = rate;
    // A product by 1 makes new memory; a clone would share the base's, which must never change.
    return this.add(name, () => tf.mul(value, 1));
  }

  reparameterized(name: string, compute: () => tf.Tensor): () => tf.Tensor {
    this.reparameterizations[name] = compute;
    return () => this.trained[name] ?? compute();
  }

  /** All variables: trained, fixed and buffers. */
  get all(): readonly tf.Variable[] {
    return [this.trained, this.frozen, this.buffers].flatMap((held) => Object.values(held));
  }

  /** What must be stored to use the result: reparameterized tensors instead of the networks that made them. */
  async kept(isKept: (name: string) => boolean): Promise<Record<string, PlainTensor>> {
    const trained = Object.entries(this.trained).filter(([name]) => isKept(name));
    const reparameterized = Object.entries(this.reparameterizations).filter(([name]) => !this.trained[name]);
    // All reads are started before any is awaited: they are of one moment, and on a GPU each is a round trip.
    const reads = [
      ...[...trained, ...Object.entries(this.frozen)].map(
        async ([name, variable]) => [name, await readNow(variable)] as const,
      ),
      ...reparameterized.map(async ([name, compute]) => {
        const tensor = tf.tidy(compute);
        const values = await readNow(tensor);
        tensor.dispose();
        return [name, values] as const;
      }),
    ];
    return Object.fromEntries(await Promise.all(reads));
  }

  /**
   * Puts stored values in place. A reparameterized tensor replaces its network and is trained itself from then on. Any
   * other name that the method did not make is an error, and nothing is changed.
   */
  put(values: Readonly<Record<string, PlainTensor>>): void {
    const unknown = Object.keys(values).find((name) => !this.find(name) && !this.reparameterizations[name]);
    if (unknown !== undefined) throw new Error(`there is no variable "${unknown}"`);
    for (const [name, { shape, data }] of Object.entries(values)) {
      const variable = this.find(name);
      const tensor = tf.tensor(data, [...shape], variable?.dtype ?? "float32");
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

  /** The buffers of the method and its tensors that are never trained, for a snapshot. */
  async remembered(): Promise<Record<string, PlainTensor>> {
    const reads = Object.entries({ ...this.buffers, ...this.frozen }).map(
      async ([name, variable]) => [name, await readNow(variable)] as const,
    );
    return Object.fromEntries(await Promise.all(reads));
  }

  dispose(): void {
    tf.dispose([...this.all]);
  }

  private require(name: string): tf.Variable {
    const variable = this.trained[name];
    if (!variable) throw new Error(`there is no variable "${name}"`);
    return variable;
  }

  private find(name: string): tf.Variable | undefined {
    return this.trained[name] ?? this.frozen[name] ?? this.buffers[name];
  }

  private requireNew(name: string): void {
    if (this.find(name)) throw new Error(`variable "${name}" is made twice`);
  }

  private add(name: string, make: () => tf.Tensor): tf.Variable {
    this.requireNew(name);
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
 * A tensor's values at the moment of the call. They are read from a copy: while a GPU is still answering, the
 * optimiser may change the tensor in place, and TensorFlow.js would then cache the old values as those of the tensor.
 */
export async function readNow(tensor: tf.Tensor): Promise<PlainTensor> {
  const copy = tf.tidy(() => tf.mul(tensor, 1));
  const data = Float32Array.from((await copy.data()) as Float32Array);
  copy.dispose();
  return { shape: tensor.shape, data };
}
