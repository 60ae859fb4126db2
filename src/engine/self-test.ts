import * as tf from "@tensorflow/tfjs-core";
import { createRandom, type Random } from "../lib/random";
import { sizeOf } from "../lib/shape";
import { type ApplyAdamW, adamWDefaults, createAdamWState, disposeAdamWState, plainAdamW } from "./adamw";
import type { Ops } from "./ops";
import { plainOps } from "./plain-ops";
import type { Computation, Recorder, Recording } from "./recording";

/** What is tested: operations, an optimiser, and a recorder where there is one. */
interface Version {
  readonly ops: Ops;
  readonly applyAdamW: ApplyAdamW;
  readonly record: Recorder | null;
}

/**
 * Whether operations and optimiser compute on a backend what they compute in plain JavaScript, to 1e-3 relative: a loss
 * and its gradients through every operation, a product large enough for every loop of a kernel, a replayed computation,
 * and two steps of many variables. Leaves `backend` current.
 */
export async function passesSelfTest(backend: string, version: Version): Promise<boolean> {
  await import("@tensorflow/tfjs-backend-cpu");
  await tf.setBackend("cpu");
  const results = async ({ ops, applyAdamW, record }: Version): Promise<Float32Array[]> => [
    ...(await lossAndGradients(ops, false)),
    // Some kernels compute all gradients of a trained variable together, in another program.
    ...(await lossAndGradients(ops, true)),
    ...(await doneAgain(ops, record)),
    ...(await twoSteps(applyAdamW)),
  ];
  const expected = await results({ ops: plainOps, applyAdamW: plainAdamW, record: null });
  await tf.setBackend(backend);
  const found = await results(version);
  return expected.every((values, i) => agree(values, found[i]!));
}

function agree(expected: Float32Array, found: Float32Array): boolean {
  const size = Math.max(...expected.map(Math.abs), 1e-3);
  return expected.every((value, i) => Math.abs(value - found[i]!) <= 1e-3 * size);
}

const normal = (random: Random, shape: number[]): tf.Tensor =>
  tf.tensor(
    Float32Array.from({ length: sizeOf(shape) }, () => random.normal() * 0.5),
    shape,
  );

/** Odd sizes, so that no size is a multiple of a kernel's tile. */
const [batch, length, width, heads, vocabulary, rank] = [3, 7, 20, 2, 21, 3];

async function lossAndGradients(ops: Ops, trained: boolean): Promise<Float32Array[]> {
  const random = createRandom("self-test");
  const make = (shape: number[]): tf.Tensor =>
    tf.tidy(() => (trained ? tf.variable(normal(random, shape)) : normal(random, shape)));
  const ids = tf.tensor2d(
    Int32Array.from({ length: batch * length }, () => random.integer(vocabulary)),
    [batch, length],
    "int32",
  );
  const rows = tf.tensor1d([0, 5, 6, batch * length - 1], "int32");
  const targets = tf.tensor2d([[3, 0, 1, vocabulary - 1]], undefined, "int32");
  const [weights, normaliser] = [tf.tensor2d([[1, 0, 0.5, -0.25]]), tf.scalar(0.75)];
  const params = [
    [vocabulary, width],
    [length, width],
    [width],
    [width],
    [width, width],
    [width],
    [width, width],
    [width, rank],
    [rank, width],
  ].map(make);
  const results = tf.engine().gradients(
    () => {
      const [token, position, gain, bias, weight, offset, key, A, B] = params as tf.Tensor2D[];
      const x = ops.embed(token!, position!, ids, 0);
      const z = ops.layerNorm(x, gain!, bias!);
      const q = ops.addLowRank(ops.linear(z, weight!, offset!), z, A!, B!, 0.5) as tf.Tensor3D;
      const k = ops.matMul(z, key!) as tf.Tensor3D;
      const inFront = ops.slice(
        ops.repeat(ops.tanh(position!), batch),
        [0, 0, 0],
        [batch, 2, width],
      ) as tf.Tensor3D;
      const keys = ops.concat([ops.scale(inFront, 2) as tf.Tensor3D, k], 1);
      const attended = ops.attention(q, keys, keys, heads, { causal: true });
      const seen = ops.attention(q, keys, keys, heads, { causal: false, keyPadding: ops.padding(ids, 2) });
      const gated = ops.multiply(ops.relu(seen), ops.sigmoid(attended));
      const y = ops.gather(ops.add(ops.add(x, ops.gelu(attended)), gated), rows);
      const logits = ops.matMulTransposed(y, token!);
      const likely = ops.logSigmoid(ops.tokenLogProbs(logits, targets));
      return ops.add(
        ops.crossEntropy(logits, targets, weights, normaliser),
        ops.weightedMean(ops.scale(likely, -2), weights, normaliser),
      );
    },
    params,
    undefined,
    true,
  );
  const tensors = [results.value, ...results.grads];
  const values = await Promise.all(tensors.map(async (tensor) => (await tensor.data()) as Float32Array));
  tf.dispose([...tensors, ...params, ids, rows, targets, weights, normaliser]);
  return values;
}

/**
 * Loss and gradient of a large product by its weight. Where there is a recorder, the first input is recorded and the
 * second replayed.
 */
async function doneAgain(ops: Ops, record: Recorder | null): Promise<Float32Array[]> {
  const random = createRandom("done again");
  const [rows, inner, columns] = [66, 260, 68];
  const weight = tf.tidy(() => tf.variable(normal(random, [inner, columns])));
  const inputs = [0, 1].map(() => ({ x: normal(random, [1, rows, inner]) }));
  const targets = tf.zeros([1, rows], "int32");
  const [weights, count] = [tf.ones([1, rows]), tf.scalar(rows)];
  const one = tf.scalar(1);
  const compute: Computation<{ readonly x: tf.Tensor }> = ({ x }) => {
    const lossOf = (): tf.Tensor => ops.crossEntropy(ops.matMul(x, weight), targets, weights, count);
    const { value, grads } = tf.engine().gradients(lossOf, [x, weight], one, true);
    return { loss: value as tf.Scalar, gradients: { x: grads[0]!, weight: grads[1]! } };
  };
  const recordings: Recording[] = [];
  const found = tf.tidy(() => {
    const [first, second] = inputs;
    if (!record) return compute(second!);
    const { recording } = record(first!, compute);
    if (!recording) throw new Error("a computation of our own kernels could not be recorded");
    recordings.push(recording);
    return recording.replay(second!);
  });
  const tensors = [found.loss, ...Object.values(found.gradients)];
  const values = await Promise.all(tensors.map(async (tensor) => (await tensor.data()) as Float32Array));
  for (const recording of recordings) recording.dispose();
  tf.dispose([...tensors, weight, inputs, targets, weights, count, one]);
  return values;
}

/**
 * The values of variables after two steps; there are more of them than the eight buffers that a WebGPU kernel may bind.
 */
async function twoSteps(applyAdamW: ApplyAdamW): Promise<Float32Array[]> {
  const random = createRandom("optimiser");
  const named = (make: (shape: number[]) => tf.Tensor): [string, tf.Tensor][] =>
    Array.from({ length: 10 }, (_, i) => [`variable ${i}`, make([i + 1, 3])]);
  const variables = Object.fromEntries(
    named((shape) => tf.tidy(() => tf.variable(normal(random, shape)))),
  ) as Record<string, tf.Variable>;
  // The last variable has no gradient.
  const gradients = Object.fromEntries(named((shape) => normal(random, shape)).slice(0, -1));
  const state = createAdamWState(variables, { "variable 3": 0.5 });
  const settings = { ...adamWDefaults, weightDecay: 0.01 };
  for (let step = 0; step < 2; step++) applyAdamW(variables, gradients, state, 0.1, settings);
  const flat = tf.tidy(() =>
    tf.concat(Object.values(variables).map((tensor) => tf.reshape(tensor, [tensor.size]))),
  );
  const values = (await flat.data()) as Float32Array;
  disposeAdamWState(state);
  tf.dispose([flat, variables, gradients]);
  return [values];
}
