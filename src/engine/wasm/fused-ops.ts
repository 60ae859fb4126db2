import type { Tensor, Tensor3D, Tensor4D } from "@tensorflow/tfjs-core";
import type { Ops } from "../ops";
import { plainOps } from "../plain-ops";
import { run } from "../run-kernel";

/** The operations on our own wasm kernels; what has no kernel, and shapes a kernel does not take, run plain. */
export const fusedOps: Ops = {
  ...plainOps,
  add: (x, y) => (sameShape(x, y) ? run("TuningAdd", { x, y }) : plainOps.add(x, y)),
  matMul: (x, w) => run("TuningMatMul", { x, w }, { transposeX: false, transposeW: false }),
  linear: (x, w, bias) => run("TuningMatMul", { x, w, bias }, { transposeX: false, transposeW: false }),
  matMulTransposed: (x, w) => run("TuningMatMul", { x, w }, { transposeX: false, transposeW: true }),
  addLowRank: (y, x, A, B, factor) => run<Tensor[]>("TuningAddLowRank", { y, x, A, B }, { factor })[0]!,
  gelu: (x) => run("TuningGelu", { x }),
  layerNorm: (x, gain, bias) =>
    // The kernel reads four numbers at a time within a row.
    x.shape[x.rank - 1]! % 4 === 0
      ? run("TuningLayerNorm", { x, gain, bias })
      : plainOps.layerNorm(x, gain, bias),
  splitHeads: (x, heads) => run<Tensor4D>("TuningSplitHeads", { x }, { heads }),
  mergeHeads: (x) => run<Tensor3D>("TuningMergeHeads", { x }),
  attention: (q, k, v, heads, { causal, hidden }) =>
    run<Tensor3D[]>("TuningAttention", { q, k, v, ...(hidden && { hidden }) }, { heads, causal })[0]!,
  embed: (token, position, ids, offset) => run<Tensor3D>("TuningEmbed", { token, position, ids }, { offset }),
  putInFront: (rows, x) => run<Tensor3D>("TuningPutInFront", { rows, x }),
  pickRows: (x, rows) => run<Tensor3D>("TuningPickRows", { x, rows }),
  crossEntropy: (logits, targets, counts) => run("TuningCrossEntropy", { logits, targets, counts }),
};

function sameShape(x: Tensor, y: Tensor): boolean {
  return x.rank === y.rank && x.shape.every((size, axis) => size === y.shape[axis]);
}
