import type { TensorInfo } from "@tensorflow/tfjs-core";
import { lastOf, sizeOf } from "../../lib/shape";
import type { Attributes } from "../run-kernel";
import { tally } from "../tally";
import type { Heap } from "./heap";
import type { Kernels } from "./kernels";

/** Registers a kernel for the wasm backend. */
export type Register = (
  name: string,
  compute: (inputs: Record<string, TensorInfo>, attributes: Attributes) => TensorInfo | TensorInfo[],
) => void;

/** Registers the products of matrices and what their gradients need. */
export function registerProducts(kernel: Register, heap: Heap, kernels: Kernels): void {
  kernel("TuningMatMul", ({ x, w, bias }, { transposeX, transposeW }) => {
    if (!x || !w) throw new Error("TuningMatMul needs x and w");
    const inner = lastOf(x.shape);
    const rows = sizeOf(x.shape) / inner;
    if (transposeX) {
      // (R, K)ᵀ · (R, N) -> (K, N): a weight gradient.
      const columns = lastOf(w.shape);
      tally.flops += 2 * rows * inner * columns;
      const out = heap.make([inner, columns]);
      kernels.matMul(heap.at(x), 1, inner, heap.at(w), 0, heap.at(out), inner, rows, columns);
      return out;
    }
    const [wRows, wColumns] = w.shape as [number, number];
    const columns = transposeW ? wRows : wColumns;
    tally.flops += 2 * rows * inner * columns;
    const out = heap.make([...x.shape.slice(0, -1), columns]);
    const multiply = (weight: number): void =>
      kernels.matMul(heap.at(x), inner, 1, weight, heap.at(bias), heap.at(out), rows, inner, columns);
    if (!transposeW) multiply(heap.at(w));
    else {
      heap.scratch(wRows * wColumns, (room) => {
        kernels.transpose(heap.at(w), room, wRows, wColumns);
        multiply(room);
      });
    }
    return out;
  });
  kernel("TuningScale", ({ x }, { factor }) => {
    const out = heap.make(x!.shape);
    kernels.scale(heap.at(x), heap.at(out), sizeOf(x!.shape), 0, Number(factor));
    return out;
  });
  kernel("TuningSumRows", ({ x }) => {
    const columns = lastOf(x!.shape);
    const out = heap.make([columns]);
    kernels.sumRows(heap.at(x), heap.at(out), sizeOf(x!.shape) / columns, columns);
    return out;
  });
  // z = y + h B with h = factor · x A, which is kept.
  kernel("TuningAddLowRank", ({ y, x, A, B }, { factor }) => {
    const [inner, rank, columns] = [lastOf(x!.shape), lastOf(A!.shape), lastOf(B!.shape)];
    const rows = sizeOf(x!.shape) / inner;
    tally.flops += 2 * rows * rank * (inner + columns);
    const [z, h] = [heap.make(y!.shape), heap.make([rows, rank])];
    const narrow = heap.at(h);
    kernels.matMul(heap.at(x), inner, 1, heap.at(A), 0, narrow, rows, inner, rank);
    kernels.scale(narrow, narrow, rows * rank, 0, Number(factor));
    kernels.addMatMul(heap.at(y), narrow, rank, 1, heap.at(B), heap.at(z), rows, rank, columns);
    return [z, h];
  });
}
