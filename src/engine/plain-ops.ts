import * as tf from "@tensorflow/tfjs-core";
import { sizeOf } from "../lib/shape";
import type { Ops } from "./ops";

/** The reference version of every operation, in stock TensorFlow.js: it runs on every backend and is fast on none. */
export const plainOps: Ops = {
  add: (x, y) => tf.add(x, y),
  scale: (x, factor) => tf.mul(x, factor),
  multiply: (x, y) => tf.mul(x, y),
  divide: (x, y) => tf.div(x, y),
  abs: (x) => tf.abs(x),
  matMul: (x, w) => flat(x, w.shape[1]!, (rows) => tf.matMul(rows, w as tf.Tensor2D)),
  linear: (x, w, b) => tf.add(plainOps.matMul(x, w), b),
  matMulTransposed: (x, w) => flat(x, w.shape[0]!, (rows) => tf.matMul(rows, w as tf.Tensor2D, false, true)),
  addLowRank: (y, x, A, B, factor) => tf.add(y, plainOps.matMul(tf.mul(plainOps.matMul(x, A), factor), B)),
  // x · sigmoid(2u) is the tanh form of GELU without a tanh, which overflows on some GPUs.
  gelu: (x) => {
    const u = tf.mul(x, tf.add(tf.mul(tf.square(x), 0.044715 * 1.5957691216057308), 1.5957691216057308));
    return tf.mul(x, tf.sigmoid(u));
  },
  relu: (x) => tf.relu(x),
  tanh: (x) => tf.sub(tf.mul(tf.sigmoid(tf.mul(x, 2)), 2), 1),
  sigmoid: (x) => tf.sigmoid(x),
  mean: (x, axis) => tf.mean(x, axis),
  columnNorms: (w) => tf.sqrt(tf.sum(tf.square(w), 0)),
  orthogonality: (x) => {
    const products = tf.matMul(x as tf.Tensor2D, x as tf.Tensor2D, false, true);
    return tf.sum(tf.square(tf.sub(products, tf.eye(x.shape[0]!))));
  },
  layerNorm: (x, gain, bias) => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.mul(centred, centred), -1, true);
    return tf.add(tf.mul(tf.mul(centred, tf.rsqrt(tf.add(variance, 1e-5))), gain), bias);
  },
  splitHeads: (x, heads) => {
    const [b, t, c] = x.shape;
    return tf.transpose(tf.reshape(x, [b, t, heads, c / heads]), [0, 2, 1, 3]);
  },
  mergeHeads: (x) => {
    const [b, h, t, d] = x.shape;
    return tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [b, t, h * d]);
  },
  attention: (q, k, v, heads, { causal, keyPadding }) => {
    const [batch, keys, width] = k.shape;
    const queries = q.shape[1];
    const split = (x: tf.Tensor3D): tf.Tensor4D => plainOps.splitHeads(x, heads);
    let scores: tf.Tensor = tf.matMul(split(q), split(k), false, true); // (B, H, Q, K)
    scores = tf.mul(scores, 1 / Math.sqrt(width / heads));
    if (causal) scores = tf.add(scores, causalMask(queries, keys));
    if (keyPadding) scores = tf.add(scores, tf.mul(tf.reshape(keyPadding, [batch, 1, 1, keys]), -1e9));
    return plainOps.mergeHeads(tf.matMul(tf.softmax(scores), split(v)) as tf.Tensor4D);
  },
  // One-hot products instead of gather: the gradient of gather needs a kernel that the wasm backend does not have.
  embed: (token, position, ids, offset) => {
    const [b, t] = ids.shape;
    const [vocabulary, width] = token.shape as [number, number];
    const chosen = tf.matMul(
      tf.cast(tf.oneHot(tf.reshape(ids, [b * t]), vocabulary), "float32"),
      token as tf.Tensor2D,
    );
    const places = tf.slice(position as tf.Tensor2D, [offset, 0], [t, width]);
    return tf.add(tf.reshape(chosen, [b, t, width]), places);
  },
  crossEntropy: (logits, targets, weights, normaliser) =>
    plainOps.weightedMean(tf.neg(plainOps.tokenLogProbs(logits, targets)), weights, normaliser),
  tokenLogProbs: (logits, targets) => {
    const chosen = tf.cast(tf.oneHot(targets as tf.Tensor2D, logits.shape[logits.rank - 1]!), "float32");
    return tf.sum(tf.mul(tf.logSoftmax(logits), chosen), -1); // (B, S)
  },
  logSigmoid: (x) => logSigmoidKeepingX(x),
  weightedMean: (x, weights, normaliser) => tf.div(tf.sum(tf.mul(x, weights)), normaliser),
  padding: (tokens, inFront) =>
    tf.pad(tf.cast(tf.equal(tokens, 0), "float32"), [
      [0, 0],
      [inFront, 0],
    ]),
  prepend: (rows, x) => tf.concat([plainOps.repeat(rows, x.shape[0]) as tf.Tensor3D, x], 1),
  slicePositions: (x, from, count) => tf.slice(x, [0, from, 0], [x.shape[0], count, x.shape[2]]),
  meanOverTokens: (x, tokens) => {
    const [b, t, c] = x.shape;
    const isToken = tf.cast(tf.notEqual(tokens, 0), "float32"); // (B, T)
    const sums = tf.sum(tf.mul(x, tf.reshape(isToken, [b, t, 1])), 1); // (B, C)
    const counts = tf.reshape(tf.maximum(tf.sum(isToken, 1), 1), [b, 1]);
    return tf.reshape(tf.div(sums, counts), [1, b, c]);
  },
  concat: (tensors, axis) => tf.concat([...tensors], axis),
  slice: (x, begin, size) => tf.slice(x, [...begin], [...size]),
  reshape: (x, shape) => tf.reshape(x, [...shape]),
  transpose: (x, permutation) => tf.transpose(x, permutation && [...permutation]),
  scatter: (values, indices, shape) =>
    tf.reshape(scatterWithGather(indices, sizeOf(shape))(values), [...shape]),
  keepTopK: (x, scores, count) => {
    const { values } = tf.topk(scores as tf.Tensor1D, Math.min(count, scores.size));
    const least = tf.slice(values, [values.size - 1], [1]);
    return tf.where(tf.greaterEqual(scores, least), x, tf.zerosLike(x));
  },
  // Without inputs it has no place on the tape, and nothing inside it is taped.
  detached: (compute) => tf.customGrad(() => ({ value: compute(), gradFunc: () => [] }))(),
  gather: (x, rows) => {
    const width = x.shape[x.rank - 1]!;
    return tf.reshape(pickWithProduct(rows)(tf.reshape(x, [x.size / width, width])), [1, rows.size, width]);
  },
  repeat: (x, batch) => repeatWithSum(batch)(x),
};

/** Applies a product to the rows of x (…, K) and restores the leading axes. */
function flat(x: tf.Tensor, columns: number, product: (rows: tf.Tensor2D) => tf.Tensor): tf.Tensor {
  const inner = x.shape[x.rank - 1]!;
  return tf.reshape(product(tf.reshape(x, [x.size / inner, inner])), [...x.shape.slice(0, -1), columns]);
}

/** (Q, K): 0 where query i may see key j, −1e9 elsewhere (−Infinity would make NaN of a fully hidden row). */
function causalMask(queries: number, keys: number): tf.Tensor2D {
  const values = new Float32Array(queries * keys);
  for (let i = 0; i < queries; i++)
    for (let j = i + keys - queries + 1; j < keys; j++) values[i * keys + j] = -1e9;
  return tf.tensor2d(values, [queries, keys]);
}

/** The stock version does not save x for its gradient; inside a larger computation, x is disposed by then. */
const logSigmoidKeepingX = tf.customGrad((given, save) => {
  const x = given as tf.Tensor;
  (save as tf.GradSaveFunc)([x]);
  return {
    value: tf.neg(tf.softplus(tf.neg(x))),
    gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => tf.mul(dy, tf.sigmoid(tf.neg(saved[0]!))),
  };
});

/** Gathering whose gradient is a product with one-hot rows, for the same reason as in `embed`. */
const pickWithProduct =
  (rows: tf.Tensor1D) =>
  (x: tf.Tensor): tf.Tensor =>
    tf.customGrad((value) => ({
      value: tf.gather(value as tf.Tensor2D, rows),
      gradFunc: (dy: tf.Tensor) => {
        const oneHot = tf.cast(tf.oneHot(rows, x.shape[0]!), "float32") as tf.Tensor2D;
        return tf.matMul(oneHot, dy as tf.Tensor2D, true, false);
      },
    }))(x);

/** Scattering (n) -> (size) whose gradient gathers; the stock gradients of the two do not run on every backend. */
const scatterWithGather =
  (indices: tf.Tensor, size: number) =>
  (values: tf.Tensor): tf.Tensor =>
    tf.customGrad((value) => ({
      value: tf.scatterND(tf.reshape(indices, [indices.size, 1]), value as tf.Tensor, [size]),
      gradFunc: (dy: tf.Tensor) => tf.gather(dy as tf.Tensor1D, indices as tf.Tensor1D),
    }))(values);

/** Tiling whose gradient is one sum over the batch; the stock gradient of tile adds B slices one by one. */
const repeatWithSum =
  (batch: number) =>
  (x: tf.Tensor): tf.Tensor =>
    tf.customGrad((value) => {
      const tiled = tf.tile(tf.expandDims(value as tf.Tensor, 0), [batch, ...x.shape.map(() => 1)]);
      return { value: tiled, gradFunc: (dy: tf.Tensor) => tf.sum(dy, 0) };
    })(x);
