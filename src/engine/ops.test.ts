import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { createRandom, type Random } from "../lib/random";
import { type Engine, startEngine } from "./engine";
import type { Ops } from "./ops";
import { plainOps } from "./plain-ops";

// The fused version of every operation against the plain one: values and gradients, on shapes that cross every tile
// edge (rows by 4, columns by 16 and 4, and what is left).

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

const normal = (random: Random, shape: number[]): tf.Tensor =>
  tf.tensor(
    Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random.normal()),
    shape,
  );
const integers = (random: Random, shape: [number, number], below: number): tf.Tensor2D =>
  tf.tensor2d(
    Int32Array.from({ length: shape[0] * shape[1] }, () => random.integer(below)),
    shape,
    "int32",
  );

/** Value and gradients of Σ w ⊙ f(inputs) with random w, so that every output element has its own pull. */
function pull(f: (ops: Ops) => tf.Tensor, ops: Ops, inputs: tf.Tensor[]): Float32Array[] {
  return tf.tidy(() => {
    const value = f(ops);
    const weights = normal(createRandom("pull"), value.shape);
    const { grads } = tf.engine().gradients(() => tf.sum(tf.mul(f(ops), weights)), inputs, undefined, true);
    return [value, ...grads].map((tensor) => tensor.dataSync() as Float32Array);
  });
}

function expectSame(f: (ops: Ops) => tf.Tensor, inputs: tf.Tensor[]): void {
  const expected = pull(f, plainOps, inputs);
  pull(f, engine.ops, inputs).forEach((found, i) => {
    const size = Math.max(1e-3, ...expected[i]!.map(Math.abs));
    const worst = Math.max(...found.map((value, j) => Math.abs(value - expected[i]![j]!)));
    expect(worst / size, i === 0 ? "value" : `gradient ${i}`).toBeLessThan(1e-5);
  });
}

const sizes = [1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 20, 31, 33, 48];

describe("fused operations agree with the plain ones", () => {
  it("runs the fused kernels here", () => expect(engine.fused).toBe(true));

  it.each(Array.from({ length: 40 }, (_, i) => i))("products, sample %i", (sample) => {
    const random = createRandom("products").fork(sample);
    const [b, t, k, n] = [1 + random.integer(3), random.pick(sizes), random.pick(sizes), random.pick(sizes)];
    const [x, w, bias] = [normal(random, [b, t, k]), normal(random, [k, n]), normal(random, [n])];
    expectSame((ops) => ops.linear(x, w, bias), [x, w, bias]);
    expectSame((ops) => ops.matMul(x, w), [x, w]);
    const token = normal(random, [n, k]);
    expectSame((ops) => ops.matMulTransposed(x, token), [x, token]);
  });

  it.each(Array.from({ length: 30 }, (_, i) => i))("attention, sample %i", (sample) => {
    const random = createRandom("attention").fork(sample);
    const [b, h, q, d] = [
      1 + random.integer(3),
      1 + random.integer(3),
      random.pick(sizes),
      random.pick(sizes),
    ];
    const keys = q + random.pick([0, 0, 1, 3, 8]);
    const [query, key, value] = [
      [b, h, q, d],
      [b, h, keys, d],
      [b, h, keys, d],
    ].map((shape) => normal(random, shape)) as [tf.Tensor4D, tf.Tensor4D, tf.Tensor4D];
    const causal = sample % 2 === 0;
    const hidden = tf.tensor2d(
      Float32Array.from({ length: b * keys }, (_, i) => (i % keys > 0 && random.next() < 0.3 ? 1 : 0)),
      [b, keys],
    );
    const mask = causal ? { causal } : { causal, hidden };
    expectSame((ops) => ops.attention(query, key, value, mask), [query, key, value]);
  });

  it.each(sizes)("elementwise, norm and heads at width 4 × %i", (size) => {
    const random = createRandom("elementwise").fork(size);
    const x = normal(random, [3, 5, 4 * size]) as tf.Tensor3D;
    const [gain, bias] = [normal(random, [4 * size]), normal(random, [4 * size])];
    expectSame((ops) => ops.gelu(tf.mul(x, 3)), [x]);
    expectSame((ops) => ops.layerNorm(x, gain, bias), [x, gain, bias]);
    expectSame((ops) => ops.splitHeads(x, 2), [x]);
    expectSame((ops) => ops.mergeHeads(ops.splitHeads(x, 4)), [x]);
    expectSame((ops) => ops.add(x, ops.scale(x, 2)), [x]);
    const odd = normal(random, [3, size]);
    expectSame((ops) => ops.gelu(odd), [odd]);
    expectSame((ops) => ops.add(odd, tf.mul(odd, odd)), [odd]);
  });

  it.each(sizes.slice(1))("embedding and loss with %i tokens in the vocabulary", (vocabulary) => {
    const random = createRandom("embedding").fork(vocabulary);
    const [b, t, c] = [3, 6, 12];
    const [token, position] = [normal(random, [vocabulary, c]), normal(random, [9, c])];
    const ids = integers(random, [b, t], vocabulary);
    expectSame((ops) => ops.embed(token, position, ids, 2), [token, position]);
    const rows = tf.tensor1d([0, 3, 3, b * t - 1], "int32");
    expectSame((ops) => ops.pickRows(ops.embed(token, position, ids, 0), rows), [token, position]);
    const logits = normal(random, [b, t, vocabulary]);
    const counts = tf.tensor2d(
      Float32Array.from({ length: b * t }, () => random.integer(2)),
      [b, t],
    );
    expectSame((ops) => ops.crossEntropy(logits, ids, counts), [logits]);
  });

  it("a loss over nothing that counts is 0, not NaN", () => {
    const [logits, targets, counts] = [
      tf.randomNormal([1, 2, 5]),
      tf.zeros([1, 2], "int32"),
      tf.zeros([1, 2]),
    ];
    for (const ops of [plainOps, engine.ops]) {
      expect(ops.crossEntropy(logits, targets, counts).dataSync()[0]).toBe(0);
    }
  });

  it("NaN and infinite logits give a loss that is not finite", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const logits = tf.tensor3d([[[bad, 0, 0]]]);
      const loss = engine.ops.crossEntropy(logits, tf.zeros([1, 1], "int32"), tf.ones([1, 1]));
      expect(Number.isFinite(loss.dataSync()[0])).toBe(false);
    }
  });
});
