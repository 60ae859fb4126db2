import type { Tensor, Tensor1D, Tensor2D, Tensor3D, Tensor4D } from "@tensorflow/tfjs-core";

/**
 * How attention sees: causal for decoders; keyPadding (B, K) holds 1 at keys that are padding, which no query may see.
 */
export interface AttentionMask {
  readonly causal: boolean;
  readonly keyPadding?: Tensor2D;
}

/**
 * Every operation that the model, the methods and the objectives are made of. All are differentiable. Each has a plain
 * version (stock TensorFlow.js, the reference) and, on most backends, a fused one (a kernel of ours). Tests compare the
 * two on random shapes.
 */
export interface Ops {
  /** x + y; y may broadcast. */
  add(x: Tensor, y: Tensor): Tensor;
  /** factor · x. */
  scale(x: Tensor, factor: number): Tensor;
  /** Elementwise x ⊙ y; both may broadcast. */
  multiply(x: Tensor, y: Tensor): Tensor;
  /** Elementwise x / y; both may broadcast. */
  divide(x: Tensor, y: Tensor): Tensor;
  abs(x: Tensor): Tensor;
  /** x (…, K) · w (K, N) -> (…, N). */
  matMul(x: Tensor, w: Tensor): Tensor;
  /** x (…, K) · w (K, N) + b (N) -> (…, N). */
  linear(x: Tensor, w: Tensor, b: Tensor): Tensor;
  /** x (…, C) · wᵀ, w (V, C) -> (…, V): a head that shares the embedding. */
  matMulTransposed(x: Tensor, w: Tensor): Tensor;
  /** y + factor · x A B: a low-rank branch, A (K, r) and B (r, N), beside the product that computed y. */
  addLowRank(y: Tensor, x: Tensor, A: Tensor, B: Tensor, factor: number): Tensor;
  /** GPT-2's tanh form of the Gaussian error linear unit. */
  gelu(x: Tensor): Tensor;
  relu(x: Tensor): Tensor;
  tanh(x: Tensor): Tensor;
  sigmoid(x: Tensor): Tensor;
  /** Mean over one axis, which is dropped from the shape. */
  mean(x: Tensor, axis: number): Tensor;
  /** ‖column‖ of w (K, N) -> (N). */
  columnNorms(w: Tensor): Tensor;
  /** ‖x xᵀ − I‖²: how far the rows of x (R, N) are from being orthonormal. A scalar. */
  orthogonality(x: Tensor): Tensor;
  /** Layer normalisation over the last axis, epsilon 1e-5. */
  layerNorm(x: Tensor, gain: Tensor, bias: Tensor): Tensor;
  /** (B, T, H·D) -> (B, H, T, D). */
  splitHeads(x: Tensor3D, heads: number): Tensor4D;
  /** (B, H, T, D) -> (B, T, H·D). */
  mergeHeads(x: Tensor4D): Tensor3D;
  /**
   * softmax(q kᵀ / √D) v in each head: q (B, Q, H·D), k and v (B, K, H·D) -> (B, Q, H·D). With causal, query i sees
   * keys j <= i + K − Q, so that every query sees the positions put in front.
   */
  attention(q: Tensor3D, k: Tensor3D, v: Tensor3D, heads: number, mask: AttentionMask): Tensor3D;
  /** token[ids] + position[offset …]: (B, T) -> (B, T, C). */
  embed(token: Tensor, position: Tensor, ids: Tensor2D, offset: number): Tensor3D;
  /**
   * Σ weight · cross-entropy / normaliser, in nats: logits (B, S, V), targets (B, S) int32, weights (B, S) float32,
   * normaliser a scalar tensor. A scalar; differentiable by the logits.
   */
  crossEntropy(logits: Tensor, targets: Tensor, weights: Tensor, normaliser: Tensor): Tensor;
  /** log softmax(logits) at the targets: logits (1, R, V), targets (1, R) int32 -> (1, R). */
  tokenLogProbs(logits: Tensor, targets: Tensor): Tensor;
  /** log σ(x) = −log(1 + e⁻ˣ), elementwise. */
  logSigmoid(x: Tensor): Tensor;
  /**
   * Σ weight · x / normaliser: weights of the shape of x, normaliser a scalar tensor; either may have any sign and size.
   * A scalar; differentiable by x.
   */
  weightedMean(x: Tensor, weights: Tensor, normaliser: Tensor): Tensor;
  /**
   * (B, inFront + T): 1 where a token is padding (id 0), 0 at other tokens and at the positions that a method puts in
   * front.
   */
  padding(tokens: Tensor2D, inFront: number): Tensor2D;
  /** The same rows (P, C) in front of every sequence of x (B, T, C) -> (B, P + T, C). */
  prepend(rows: Tensor, x: Tensor3D): Tensor3D;
  /** Positions `from` up to `from + count` of every sequence of x (B, T, C) -> (B, count, C). */
  slicePositions(x: Tensor3D, from: number, count: number): Tensor3D;
  /** Mean of x (B, T, C) over the positions whose token (B, T) is not padding -> (1, B, C). */
  meanOverTokens(x: Tensor3D, tokens: Tensor2D): Tensor3D;
  concat<T extends Tensor>(tensors: readonly T[], axis: number): T;
  slice<T extends Tensor>(x: T, begin: readonly number[], size: readonly number[]): T;
  reshape(x: Tensor, shape: readonly number[]): Tensor;
  transpose(x: Tensor, permutation?: readonly number[]): Tensor;
  /** A tensor of this shape with values (n) at their indices (n) int32, counted row by row; 0 elsewhere. */
  scatter(values: Tensor, indices: Tensor, shape: readonly number[]): Tensor;
  /**
   * x (n) where its score (n) is among the `count` largest or equal to one of them, 0 elsewhere. Not differentiable.
   */
  keepTopK(x: Tensor, scores: Tensor, count: number): Tensor;
  /** The value of a computation, without a gradient through it. */
  detached(compute: () => Tensor): Tensor;
  /** Rows of x (…, C), counted over all leading axes: rows (R) int32 -> (1, R, C). */
  gather(x: Tensor, rows: Tensor1D): Tensor3D;
  /** The same x for every example: (…) -> (B, …). */
  repeat(x: Tensor, batch: number): Tensor;
}
