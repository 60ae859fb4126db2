import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { registerKernel, type TensorInfo } from "@tensorflow/tfjs-core";
import { lastOf, sizeOf } from "../../lib/shape";
import { counters } from "../counters";
import type { Attributes } from "../run-kernel";
import { heapOf } from "./heap";
import type { KernelRecorder } from "./kernel-recorder";
import type { Kernels } from "./kernels";
import { registerLosses } from "./register-losses";
import { type Register, registerProducts } from "./register-products";
import { registerTokens } from "./register-tokens";
import { replaceStockKernels } from "./replace-stock";

/**
 * Registers the fused kernels for the wasm backend, so that their calls can be recorded. Call it once, after the backend
 * has started. Returns a function that puts back the stock kernels which ours replaced.
 */
export function registerFusedKernels(
  backend: BackendWasm,
  plainKernels: Kernels,
  recorder: KernelRecorder,
): () => void {
  const kernels = recorder.watched(plainKernels);
  const heap = heapOf(backend, recorder);
  const kernel: Register = (name, compute) =>
    registerKernel({
      kernelName: name,
      backendName: "wasm",
      kernelFunc: ({ inputs, attrs }) =>
        compute(inputs as Record<string, TensorInfo>, (attrs ?? {}) as Attributes),
    });

  registerProducts(kernel, heap, kernels);
  registerTokens(kernel, heap, kernels);
  registerLosses(kernel, heap, kernels);
  const activations = [
    ["TuningGelu", kernels.gelu, kernels.geluGradient],
    ["TuningRelu", kernels.relu, kernels.reluGradient],
    ["TuningLogSigmoid", kernels.logSigmoid, kernels.logSigmoidGradient],
  ] as const;
  for (const [name, activate, gradient] of activations) {
    kernel(name, ({ x }) => {
      const out = heap.make(x!.shape);
      activate(heap.at(x), heap.at(out), sizeOf(x!.shape));
      return out;
    });
    kernel(`${name}Gradient`, ({ x, dy }) => {
      const out = heap.make(x!.shape);
      gradient(heap.at(x), heap.at(dy), heap.at(out), sizeOf(x!.shape));
      return out;
    });
  }
  kernel("TuningLayerNorm", ({ x, gain, bias }) => {
    const n = lastOf(x!.shape);
    const out = heap.make(x!.shape);
    kernels.layerNorm(heap.at(x), heap.at(gain), heap.at(bias), heap.at(out), sizeOf(x!.shape) / n, n);
    return out;
  });
  kernel("TuningLayerNormGradient", ({ x, gain, dy }) => {
    const n = lastOf(x!.shape);
    const out = heap.make(x!.shape);
    kernels.layerNormGradient(heap.at(x), heap.at(gain), heap.at(dy), heap.at(out), sizeOf(x!.shape) / n, n);
    return out;
  });
  kernel("TuningLayerNormGainGradient", ({ x, dy }) => {
    const n = lastOf(x!.shape);
    const out = heap.make([n]);
    kernels.layerNormGainGradient(heap.at(x), heap.at(dy), heap.at(out), sizeOf(x!.shape) / n, n);
    return out;
  });
  kernel("TuningSplitHeads", ({ x }, { heads }) => {
    const [b, t, c] = x!.shape as [number, number, number];
    const h = Number(heads);
    const out = heap.make([b, h, t, c / h]);
    kernels.splitHeads(heap.at(x), heap.at(out), b, t, h, c / h, false);
    return out;
  });
  kernel("TuningMergeHeads", ({ x }) => {
    const [b, h, t, d] = x!.shape as [number, number, number, number];
    const out = heap.make([b, t, h * d]);
    kernels.splitHeads(heap.at(x), heap.at(out), b, t, h, d, true);
    return out;
  });
  kernel("TuningAttention", ({ q, k, v, keyPadding }, { heads, causal }) => {
    const { b, h, queries, keys, depth } = sizesOf(q!, k!, Number(heads));
    const out = heap.make(q!.shape);
    const probabilities = heap.make([b, h, queries, keys]);
    counters.flops += 4 * b * h * queries * keys * depth;
    heap.scratch(depth * keys, (room) =>
      kernels.attention(
        heap.at(q),
        heap.at(k),
        heap.at(v),
        heap.at(keyPadding),
        heap.at(out),
        heap.at(probabilities),
        room,
        b,
        h,
        queries,
        keys,
        depth,
        Boolean(causal),
      ),
    );
    return [out, probabilities];
  });
  kernel("TuningAttentionGradient", ({ q, k, v, probabilities, dy }, { causal }) => {
    const { b, h, queries, keys, depth } = sizesOf(q!, k!, probabilities!.shape[1]!);
    const [dq, dk, dv] = [heap.make(q!.shape), heap.make(k!.shape), heap.make(v!.shape)];
    counters.flops += 8 * b * h * queries * keys * depth;
    heap.scratch(depth * keys + queries * keys, (room) =>
      kernels.attentionGradient(
        heap.at(q),
        heap.at(k),
        heap.at(v),
        heap.at(probabilities),
        heap.at(dy),
        heap.at(dq),
        heap.at(dk),
        heap.at(dv),
        room,
        b,
        h,
        queries,
        keys,
        depth,
        Boolean(causal),
      ),
    );
    return [dq, dk, dv];
  });
  return replaceStockKernels(heap, kernels);
}

/** Sizes of attention with queries (B, Q, H·D) and keys (B, K, H·D). */
function sizesOf(
  q: TensorInfo,
  k: TensorInfo,
  h: number,
): Readonly<Record<"b" | "h" | "queries" | "keys" | "depth", number>> {
  const [b, queries, width] = q.shape as [number, number, number];
  return { b, h, queries, keys: k.shape[1]!, depth: width / h };
}
