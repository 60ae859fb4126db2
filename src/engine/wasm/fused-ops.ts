import { customGrad, type Tensor, type Tensor2D, type Tensor3D, type Tensor4D } from "@tensorflow/tfjs-core";
import type { AttentionMask, Ops } from "../ops";
import { plainOps } from "../plain-ops";
import { run } from "../run-kernel";

/** The operations on our wasm kernels. Those without a kernel, and shapes that a kernel does not accept, run plain. */
export const fusedOps: Ops = {
  ...plainOps,
  matMul: (x, w) => run("TuningMatMul", { x, w }, { transposeX: false, transposeW: false }),
  linear: (x, w, bias) => run("TuningMatMul", { x, w, bias }, { transposeX: false, transposeW: false }),
  matMulTransposed: (x, w) => run("TuningMatMul", { x, w }, { transposeX: false, transposeW: true }),
  addLowRank: (y, x, A, B, factor) =>
    run("TuningAddProduct", { start: y, x: run("TuningNarrow", { x, A }, { factor }), w: B }),
  scale: (x, factor) => run("TuningScale", { x }, { factor }),
  gelu: (x) => run("TuningGelu", { x }),
  relu: (x) => run("TuningRelu", { x }),
  layerNorm: (x, gain, bias) =>
    // The kernel reads a row four values at a time.
    x.shape[x.rank - 1]! % 4 === 0
      ? run("TuningLayerNorm", { x, gain, bias })
      : plainOps.layerNorm(x, gain, bias),
  splitHeads: (x, heads) => run<Tensor4D>("TuningSplitHeads", { x }, { heads }),
  mergeHeads: (x) => run<Tensor3D>("TuningMergeHeads", { x }),
  attention: (q, k, v, heads, mask) => attentionUnder(mask, heads)(q, k, v),
  embed: (token, position, ids, offset) => run<Tensor3D>("TuningEmbed", { token, position, ids }, { offset }),
  padding: (ids, inFront) => run<Tensor2D>("TuningPadding", { ids }, { inFront }),
  slicePositions: (x, from, count) => run<Tensor3D>("TuningSlicePositions", { x }, { from, count }),
  prepend: (rows, x) => run<Tensor3D>("TuningPrepend", { rows, x }),
  gather: (x, rows) => run<Tensor3D>("TuningGather", { x, rows }),
  meanOverTokens: (x, tokens) => run<Tensor3D>("TuningMeanOverTokens", { x, tokens }),
  crossEntropy: (logits, targets, weights, normaliser) =>
    run("TuningCrossEntropy", { logits, targets, weights, normaliser }),
  tokenLogProbs: (logits, targets) => run("TuningTokenLogProbs", { logits, targets }),
  logSigmoid: (x) => run("TuningLogSigmoid", { x }),
  weightedMean: (x, weights, normaliser) => run("TuningWeightedMean", { x, weights, normaliser }),
};

/**
 * Attention and its gradient, which needs the probabilities again. They are saved here instead of being a second output
 * of the kernel, for which TensorFlow.js would compute a gradient of zeros.
 */
const attentionUnder = ({ causal, keyPadding }: AttentionMask, heads: number) =>
  customGrad((...given) => {
    const [q, k, v, save] = given as unknown as [Tensor, Tensor, Tensor, (tensors: Tensor[]) => void];
    const inputs = { q, k, v, ...(keyPadding && { keyPadding }) };
    const [out, probabilities] = run<[Tensor3D, Tensor]>("TuningAttention", inputs, { heads, causal });
    save([q, k, v, probabilities]);
    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
      const [q, k, v, probabilities] = saved as [Tensor, Tensor, Tensor, Tensor];
      return run<Tensor[]>("TuningAttentionGradient", { q, k, v, probabilities, dy }, { causal });
    };
    return { value: out, gradFunc };
  });
