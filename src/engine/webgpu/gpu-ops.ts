import type { Ops } from "../ops";
import { plainOps } from "../plain-ops";
import { attention, defineAttention, mostQueries } from "./attention";
import { defineElementwise, geluOf, logSigmoidOf, mergeHeads, splitHeads } from "./elementwise";
import { defineEmbedding, embed } from "./embedding";
import { defineGather, gather } from "./gather";
import { defineLayerNorm, layerNorm } from "./layer-norm";
import { crossEntropyOf, defineLosses, tokenLogProbsOf, weightedMeanOf } from "./losses";
import { addLowRank, defineLowRank } from "./low-rank";
import { defineMeanOverTokens, meanOverTokens } from "./mean-over-tokens";
import { defineProducts, matMul } from "./products";

/** Registers our WebGPU kernels and their gradients. Call once. */
export function registerGpuKernels(): void {
  defineProducts();
  defineLowRank();
  defineLayerNorm();
  defineAttention();
  defineElementwise();
  defineEmbedding();
  defineMeanOverTokens();
  defineLosses();
  defineGather();
}

/** The operations on our WebGPU kernels; those without a kernel run plain. */
export const gpuOps: Ops = {
  ...plainOps,
  matMul: (x, w) => matMul(x, w),
  linear: (x, w, b) => matMul(x, w, b),
  matMulTransposed: (x, w) => matMul(x, w, undefined, true),
  addLowRank: (y, x, A, B, factor) =>
    addLowRank(y, x, A, B, factor) ??
    gpuOps.add(y, gpuOps.matMul(gpuOps.scale(gpuOps.matMul(x, A), factor), B)),
  gelu: geluOf,
  layerNorm,
  splitHeads,
  mergeHeads,
  attention: (q, k, v, heads, mask) =>
    q.shape[1] <= mostQueries ? attention(q, k, v, heads, mask) : plainOps.attention(q, k, v, heads, mask),
  embed,
  gather,
  meanOverTokens,
  crossEntropy: crossEntropyOf,
  tokenLogProbs: tokenLogProbsOf,
  logSigmoid: logSigmoidOf,
  weightedMean: weightedMeanOf,
};
