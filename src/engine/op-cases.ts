import * as tf from "@tensorflow/tfjs-core";
import { largestDifference } from "../lib/largest-difference";
import { createRandom, type Random } from "../lib/random";
import { sizeOf } from "../lib/shape";
import type { Ops } from "./ops";

/** A computation on random inputs, and the inputs by which it is differentiated. */
interface OpCase {
  readonly inputs: readonly tf.Tensor[];
  readonly compute: (ops: Ops) => tf.Tensor;
}

/** Sizes below, at and above every tile size of the kernels (4, 16, 64). */
export const sizes: readonly number[] = [1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 20, 31, 33, 48, 66];

/** Sizes around those that the product kernels process at a time: blocks of 64 and 128 rows, stretches of 256. */
const largeSizes: readonly number[] = [33, 64, 67, 128, 130, 256, 261, 520];

const normal = (random: Random, shape: readonly number[]): tf.Tensor =>
  tf.tensor(
    Float32Array.from({ length: sizeOf(shape) }, () => random.normal()),
    [...shape],
  );

const integers = (random: Random, shape: [number, number], below: number): tf.Tensor2D =>
  tf.tensor2d(
    Int32Array.from({ length: sizeOf(shape) }, () => random.integer(below)),
    shape,
    "int32",
  );

/** A variable: some kernels compute all gradients of a trained weight together. */
const variable = (random: Random, shape: readonly number[]): tf.Tensor => tf.variable(normal(random, shape));

const kinds: Readonly<Record<string, (random: Random) => readonly OpCase[]>> = {
  products: (random) => {
    const [b, t, k, n] = [1 + random.integer(3), random.pick(sizes), random.pick(sizes), random.pick(sizes)];
    const make = random.integer(2) === 0 ? normal : variable;
    const [x, w, bias] = [normal(random, [b, t, k]), make(random, [k, n]), make(random, [n])];
    const token = make(random, [n, k]);
    return [
      { inputs: [x, w, bias], compute: (ops) => ops.linear(x, w, bias) },
      { inputs: [w, bias], compute: (ops) => ops.linear(x, w, bias) },
      { inputs: [x], compute: (ops) => ops.linear(x, w, bias) },
      { inputs: [x, w], compute: (ops) => ops.matMul(x, w) },
      { inputs: [x, token], compute: (ops) => ops.matMulTransposed(x, token) },
    ];
  },
  "large products": (random) => {
    const [t, k, n] = [random.pick(largeSizes), random.pick(largeSizes), random.pick(largeSizes)];
    const [x, w, token] = [normal(random, [1, t, k]), normal(random, [k, n]), normal(random, [n, k])];
    const [A, B] = [normal(random, [k, 4]), normal(random, [4, n])];
    return [
      { inputs: [x, w], compute: (ops) => ops.matMul(x, w) },
      { inputs: [x, token], compute: (ops) => ops.matMulTransposed(x, token) },
      { inputs: [x, w, A, B], compute: (ops) => ops.addLowRank(ops.matMul(x, w), x, A, B, 2) },
    ];
  },
  "low rank": (random) => {
    const [b, t, k, n] = [1 + random.integer(3), random.pick(sizes), random.pick(sizes), random.pick(sizes)];
    const [rank, factor] = [random.pick(sizes), random.pick([1, 2, -0.25])];
    const make = random.integer(2) === 0 ? normal : variable;
    const [x, w, bias] = [normal(random, [b, t, k]), normal(random, [k, n]), normal(random, [n])];
    const [A, B] = [make(random, [k, rank]), make(random, [rank, n])];
    const [other, trained] = [normal(random, [b, t, n]), variable(random, [k, n])];
    const beside = (ops: Ops): tf.Tensor => ops.addLowRank(ops.linear(x, w, bias), x, A, B, factor);
    return [
      { inputs: [x, A, B], compute: beside },
      { inputs: [A, B], compute: beside },
      { inputs: [x, w, bias, A, B], compute: beside },
      { inputs: [w, B], compute: (ops) => ops.addLowRank(ops.matMul(x, w), x, A, B, factor) },
      {
        inputs: [x, trained, A],
        compute: (ops) => ops.addLowRank(ops.matMul(x, trained), x, A, B, factor),
      },
      { inputs: [other, x, A, B], compute: (ops) => ops.addLowRank(other, x, A, B, factor) },
      {
        inputs: [x, B],
        compute: (ops) => ops.addLowRank(ops.linear(x, w, bias), ops.scale(x, 2), A, B, factor),
      },
      {
        // The output of the product is also read directly.
        inputs: [x, A, w],
        compute: (ops) => {
          const y = ops.linear(x, w, bias);
          return ops.multiply(ops.addLowRank(y, x, A, B, factor), y);
        },
      },
    ];
  },
  attention: (random) => {
    const [b, h, q, d] = [
      1 + random.integer(3),
      1 + random.integer(3),
      random.pick(sizes),
      random.pick(sizes),
    ];
    const keys = q + random.pick([0, 0, 1, 3, 8]);
    const query = normal(random, [b, q, h * d]) as tf.Tensor3D;
    const key = normal(random, [b, keys, h * d]) as tf.Tensor3D;
    const value = normal(random, [b, keys, h * d]) as tf.Tensor3D;
    const uniform = Float32Array.from({ length: b * keys }, (_, i) =>
      i % keys > 0 && random.next() < 0.3 ? 1 : 0,
    );
    const keyPadding = tf.tensor2d(uniform, [b, keys]);
    const inputs = [query, key, value];
    return [
      { inputs, compute: (ops) => ops.attention(query, key, value, h, { causal: true }) },
      { inputs, compute: (ops) => ops.attention(query, key, value, h, { causal: false, keyPadding }) },
    ];
  },
  "in front": (random) => {
    const [b, p, t, c] = [1 + random.integer(4), random.pick(sizes), random.pick(sizes), random.pick(sizes)];
    const rows = normal(random, [p, c]);
    const x = normal(random, [b, t, c]) as tf.Tensor3D;
    const from = random.integer(t);
    const count = 1 + random.integer(t - from);
    return [
      { inputs: [x], compute: (ops) => ops.slicePositions(x, from, count) },
      { inputs: [rows, x], compute: (ops) => ops.prepend(rows, x) },
      { inputs: [rows], compute: (ops) => ops.prepend(rows, x) },
      { inputs: [x], compute: (ops) => ops.prepend(ops.scale(rows, 2), x) },
    ];
  },
  elementwise: (random) => {
    const size = random.pick(sizes);
    const x = normal(random, [3, 5, 4 * size]) as tf.Tensor3D;
    const make = random.integer(2) === 0 ? normal : variable;
    const [gain, bias] = [make(random, [4 * size]), make(random, [4 * size])];
    const odd = normal(random, [3, size]);
    return [
      { inputs: [x], compute: (ops) => ops.gelu(tf.mul(x, 3)) },
      { inputs: [x, gain, bias], compute: (ops) => ops.layerNorm(x, gain, bias) },
      { inputs: [x], compute: (ops) => ops.layerNorm(x, gain, bias) },
      { inputs: [x], compute: (ops) => ops.splitHeads(x, 2) },
      { inputs: [x], compute: (ops) => ops.mergeHeads(ops.splitHeads(x, 4)) },
      { inputs: [x], compute: (ops) => ops.add(x, ops.scale(x, 2)) },
      { inputs: [odd], compute: (ops) => ops.gelu(odd) },
      { inputs: [odd], compute: (ops) => ops.relu(odd) },
      { inputs: [odd], compute: (ops) => ops.add(odd, tf.mul(odd, odd)) },
    ];
  },
  tokens: (random) => {
    const vocabulary = 1 + random.pick(sizes);
    const [b, t, c] = [3, 6, 12];
    const [token, position] = [normal(random, [vocabulary, c]), normal(random, [9, c])];
    const ids = integers(random, [b, t], vocabulary);
    const rows = tf.tensor1d([0, 3, 3, b * t - 1, 5, 5, 0, 5], "int32");
    const padded = integers(random, [b, t], 2);
    const sums = normal(random, [b, 2 + t]);
    const wide = normal(random, [b, t, 4 + random.pick(sizes)]) as tf.Tensor3D;
    return [
      { inputs: [sums], compute: (ops) => ops.multiply(sums, ops.padding(padded, 2)) },
      { inputs: [token, position], compute: (ops) => ops.embed(token, position, ids, 2) },
      {
        inputs: [token, position],
        compute: (ops) => ops.gather(ops.embed(token, position, ids, 0), rows),
      },
      { inputs: [wide], compute: (ops) => ops.meanOverTokens(wide, padded) },
    ];
  },
  losses: (random) => {
    const vocabulary = 1 + random.pick(sizes);
    const [b, t] = [1 + random.integer(3), random.pick(sizes)];
    const logits = normal(random, [b, t, vocabulary]);
    const targets = integers(random, [b, t], vocabulary);
    const counted = tf.cast(integers(random, [b, t], 2), "float32");
    const count = tf.maximum(tf.sum(counted), 1);
    // Fractional weights, some of them negative, whose sum is below 1.
    const weights = tf.mul(normal(random, [b, t]), 0.1);
    const normaliser = tf.scalar(0.3);
    const x = normal(random, [b, t]);
    return [
      { inputs: [logits], compute: (ops) => ops.crossEntropy(logits, targets, counted, count) },
      { inputs: [logits], compute: (ops) => ops.crossEntropy(logits, targets, weights, normaliser) },
      { inputs: [logits], compute: (ops) => ops.tokenLogProbs(tf.mul(logits, 5), targets) },
      { inputs: [x], compute: (ops) => ops.logSigmoid(tf.mul(x, 10)) },
      { inputs: [x], compute: (ops) => ops.weightedMean(x, weights, normaliser) },
    ];
  },
};

export const opKinds: readonly string[] = Object.keys(kinds);

/**
 * Values and gradients of one sample of a kind, on the current backend. What is differentiated is Σ w ⊙ f(inputs) with
 * random w, so that every element of the output has another gradient. The same kind and sample give the same inputs
 * everywhere.
 */
export async function opResults(kind: string, sample: number, ops: Ops): Promise<Float32Array[]> {
  const random = createRandom(kind).fork(sample);
  const results: Float32Array[] = [];
  tf.engine().startScope();
  const cases = kinds[kind]!(random);
  for (const { inputs, compute } of cases) {
    const value = compute(ops);
    const weights = normal(createRandom("pull"), value.shape);
    const { grads } = tf
      .engine()
      .gradients(() => tf.sum(tf.mul(compute(ops), weights)), [...inputs], undefined, true);
    for (const tensor of [value, ...grads]) results.push((await tensor.data()) as Float32Array);
  }
  tf.dispose(cases.flatMap(({ inputs }) => inputs.filter((input) => input instanceof tf.Variable)));
  tf.engine().endScope();
  return results;
}

/** The largest difference of two results, relative to the largest element expected in each tensor. */
export function worstDifference(expected: readonly Float32Array[], found: readonly Float32Array[]): number {
  const worst = expected.map((values, i) => {
    const size = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-3);
    return largestDifference(values, found[i]!) / size;
  });
  return worst.some(Number.isNaN) ? Number.NaN : Math.max(...worst);
}
