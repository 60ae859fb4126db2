import type { TensorInfo } from "@tensorflow/tfjs-core";
import { lastOf, sizeOf } from "../../lib/shape";
import { counters } from "../counters";
import type { Attributes } from "../run-kernel";
import type { Heap } from "./heap";
import type { Kernels } from "./kernels";

/** Registers a kernel for the wasm backend. */
export type Register = (
  name: string,
  compute: (inputs: Record<string, TensorInfo>, attributes: Attributes) => TensorInfo | TensorInfo[],
) => void;

/** A product of matrices: x (…, K) · w (K, N) + bias (N) -> (…, N), with x or w transposed first where asked for. */
export type Product = (
  x: TensorInfo,
  w: TensorInfo,
  transposeX: boolean,
  transposeW: boolean,
  bias?: TensorInfo,
) => TensorInfo;

export function productOn(heap: Heap, kernels: Kernels): Product {
  return (x, w, transposeX, transposeW, bias) => {
    const columns = lastOf(x.shape);
    const rows = sizeOf(x.shape) / columns;
    const [m, k] = transposeX ? [columns, rows] : [rows, columns];
    const n = transposeW ? w.shape[0]! : lastOf(w.shape);
    counters.flops += 2 * m * k * n;
    const out = heap.make(transposeX ? [m, n] : [...x.shape.slice(0, -1), n]);
    const [rowStep, columnStep] = transposeX ? [1, columns] : [columns, 1];
    const multiply = (weight: number): void =>
      kernels.matMul(heap.at(x), rowStep, columnStep, weight, heap.at(bias), heap.at(out), m, k, n);
    if (!transposeW) multiply(heap.at(w));
    else {
      heap.scratch(n * k, (room) => {
        kernels.transpose(heap.at(w), room, n, k);
        multiply(room);
      });
    }
    return out;
  };
}

/** Registers matrix products and the kernels that their gradients need. */
export function registerProducts(kernel: Register, heap: Heap, kernels: Kernels): void {
  const product = productOn(heap, kernels);
  kernel("TuningMatMul", ({ x, w, bias }, { transposeX, transposeW }) =>
    product(x!, w!, Boolean(transposeX), Boolean(transposeW), bias),
  );
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
  // factor · x A
  kernel("TuningNarrow", ({ x, A }, { factor }) => {
    const [inner, rank] = [lastOf(x!.shape), lastOf(A!.shape)];
    const rows = sizeOf(x!.shape) / inner;
    counters.flops += 2 * rows * inner * rank;
    const out = heap.make([...x!.shape.slice(0, -1), rank]);
    const narrow = heap.at(out);
    kernels.matMul(heap.at(x), inner, 1, heap.at(A), 0, narrow, rows, inner, rank);
    kernels.scale(narrow, narrow, rows * rank, 0, Number(factor));
    return out;
  });
  // start + x w
  kernel("TuningAddProduct", ({ start, x, w }) => {
    const [inner, columns] = [lastOf(x!.shape), lastOf(w!.shape)];
    const rows = sizeOf(x!.shape) / inner;
    counters.flops += 2 * rows * inner * columns;
    const out = heap.make(start!.shape);
    kernels.addMatMul(heap.at(start), heap.at(x), inner, 1, heap.at(w), heap.at(out), rows, inner, columns);
    return out;
  });
}
