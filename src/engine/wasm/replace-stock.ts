import {
  Add,
  BatchMatMul,
  type BatchMatMulAttrs,
  type BatchMatMulInputs,
  type BinaryInputs,
  getKernel,
  Identity,
  type IdentityInputs,
  type KernelConfig,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
  util,
} from "@tensorflow/tfjs-core";
import { sizeOf } from "../../lib/shape";
import type { Heap } from "./heap";
import type { Kernels } from "./kernels";
import { productOn } from "./register-products";

/**
 * Replaces some stock kernels of TensorFlow.js with ours. Every backward pass needs two of them, whatever the operations:
 * Add, which sums gradients, and Identity, which saves tensors for later. Returns a function that undoes it.
 */
export function replaceStockKernels(heap: Heap, kernels: Kernels): () => void {
  const product = productOn(heap, kernels);
  const undo = [
    replace(Add, (stock) => (call) => {
      const { a, b } = call.inputs as Inputs<BinaryInputs>;
      if (!util.arraysEqual(a.shape, b.shape) || !areFloats(a, b)) return stock(call);
      const out = heap.make(a.shape);
      kernels.add(heap.at(a), heap.at(b), heap.at(out), sizeOf(a.shape));
      return out;
    }),
    // The stock kernel of the wasm backend copies. Ours shares the memory, as other backends do; the last owner frees
    // it.
    replace(Identity, () => (call) => {
      const { x } = call.inputs as Inputs<IdentityInputs>;
      heap.share(x);
      return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
    }),
    // The stock kernel caches a rearranged weight by its id, and would not notice that it was trained in place.
    replace(BatchMatMul, (stock) => (call) => {
      const { a, b } = call.inputs as Inputs<BatchMatMulInputs>;
      const { transposeA, transposeB } = call.attrs as Partial<BatchMatMulAttrs>;
      const [inner, other] = [a.shape[transposeA ? 0 : 1], b.shape[transposeB ? 1 : 0]];
      const fits = a.shape.length === 2 && b.shape.length === 2 && inner === other && sizeOf(a.shape) > 0;
      if (!fits || !areFloats(a, b)) return stock(call);
      return product(a, b, Boolean(transposeA), Boolean(transposeB));
    }),
  ];
  return () => {
    for (const one of undo) one();
  };
}

type Inputs<T> = Record<keyof T, TensorInfo>;

function replace(name: string, make: (stock: KernelFunc) => KernelFunc): () => void {
  const stock = getKernel(name, "wasm");
  const put = (kernel: KernelConfig): void => {
    unregisterKernel(name, "wasm");
    registerKernel(kernel);
  };
  put({ ...stock, kernelFunc: make(stock.kernelFunc) });
  return () => put(stock);
}

function areFloats(a: TensorInfo, b: TensorInfo): boolean {
  return a.dtype === "float32" && b.dtype === "float32";
}
