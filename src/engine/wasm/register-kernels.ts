import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { registerKernel, type TensorInfo } from "@tensorflow/tfjs-core";
import { lastOf, sizeOf } from "../../lib/shape";
import type { Attributes } from "../run-kernel";
import { tally } from "../tally";
import { heapOf } from "./heap";
import type { Kernels } from "./kernels";
import { type Register, registerProducts } from "./register-products";

/** Registers the fused kernels for the wasm backend. Call once, after the backend is up. */
export function registerFusedKernels(backend: BackendWasm, kernels: Kernels): void {
  const heap = heapOf(backend);
  const kernel: Register = (name, compute) =>
    registerKernel({
      kernelName: name,
      backendName: "wasm",
      kernelFunc: ({ inputs, attrs }) =>
        compute(inputs as Record<string, TensorInfo>, (attrs ?? {}) as Attributes),
    });

  registerProducts(kernel, heap, kernels);
  kernel("TuningAdd", ({ x, y }) => {
    const out = heap.make(x!.shape);
    kernels.add(heap.at(x), heap.at(y), heap.at(out), sizeOf(x!.shape));
    return out;
  });
  kernel("TuningGelu", ({ x }) => {
    const out = heap.make(x!.shape);
    kernels.gelu(heap.at(x), heap.at(out), sizeOf(x!.shape));
    return out;
  });
  kernel("TuningGeluGradient", ({ x, dy }) => {
    const out = heap.make(x!.shape);
    kernels.geluGradient(heap.at(x), heap.at(dy), heap.at(out), sizeOf(x!.shape));
    return out;
  });
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
  kernel("TuningAttention", ({ q, k, v, hidden }, { heads, causal }) => {
    const { b, h, queries, keys, depth } = sizesOf(q!, k!, Number(heads));
    const out = heap.make(q!.shape);
    const probabilities = heap.make([b, h, queries, keys]);
    tally.flops += 4 * b * h * queries * keys * depth;
    heap.scratch(depth * keys, (room) =>
      kernels.attention(
        heap.at(q),
        heap.at(k),
        heap.at(v),
        heap.at(hidden),
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
  kernel("TuningAttentionGradient", ({ q, k, v, probabilities, dy }) => {
    const { b, h, queries, keys, depth } = sizesOf(q!, k!, probabilities!.shape[1]!);
    const [dq, dk, dv] = [heap.make(q!.shape), heap.make(k!.shape), heap.make(v!.shape)];
    tally.flops += 8 * b * h * queries * keys * depth;
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
      ),
    );
    return [dq, dk, dv];
  });
  kernel("TuningEmbed", ({ token, position, ids }, { offset }) => {
    const [b, t] = ids!.shape as [number, number];
    const width = lastOf(token!.shape);
    const out = heap.make([b, t, width]);
    kernels.embed(
      heap.at(token),
      heap.at(position),
      heap.at(ids),
      heap.at(out),
      b * t,
      t,
      width,
      Number(offset),
    );
    return out;
  });
  kernel("TuningEmbedGradient", ({ ids, dy }, { rows, offset, byPosition }) => {
    const [b, t, width] = dy!.shape as [number, number, number];
    const out = heap.make([Number(rows), width]);
    const from = byPosition ? 0 : heap.at(ids);
    kernels.embedGradient(from, heap.at(dy), heap.at(out), b * t, t, width, Number(rows), Number(offset));
    return out;
  });
  kernel("TuningPutInFront", ({ rows, x }) => {
    const [b, t, width] = x!.shape as [number, number, number];
    const length = rows!.shape[0]!;
    const out = heap.make([b, length + t, width]);
    kernels.putInFront(heap.at(rows), heap.at(x), heap.at(out), b, length * width, t * width);
    return out;
  });
  kernel("TuningPutInFrontRowsGradient", ({ dy }, { length }) => {
    const [b, whole, width] = dy!.shape as [number, number, number];
    const front = Number(length);
    const out = heap.make([front, width]);
    kernels.putInFrontGradient(heap.at(dy), heap.at(out), 0, b, front * width, (whole - front) * width);
    return out;
  });
  kernel("TuningPutInFrontGradient", ({ dy }, { length }) => {
    const [b, whole, width] = dy!.shape as [number, number, number];
    const front = Number(length);
    const out = heap.make([b, whole - front, width]);
    kernels.putInFrontGradient(heap.at(dy), 0, heap.at(out), b, front * width, (whole - front) * width);
    return out;
  });
  kernel("TuningPickRows", ({ x, rows }) => {
    const [width, count] = [lastOf(x!.shape), sizeOf(rows!.shape)];
    const out = heap.make([1, count, width]);
    kernels.pickRows(heap.at(rows), heap.at(x), heap.at(out), count, width);
    return out;
  });
  kernel("TuningPickRowsGradient", ({ x, rows, dy }) => {
    const [width, count] = [lastOf(x!.shape), sizeOf(rows!.shape)];
    const out = heap.make(x!.shape);
    kernels.embedGradient(
      heap.at(rows),
      heap.at(dy),
      heap.at(out),
      count,
      count,
      width,
      sizeOf(x!.shape) / width,
      0,
    );
    return out;
  });
  kernel("TuningCrossEntropy", ({ logits, targets, counts }) => {
    const classes = lastOf(logits!.shape);
    const out = heap.make([]);
    heap.scratch(classes, (room) =>
      kernels.crossEntropy(
        heap.at(logits),
        heap.at(targets),
        heap.at(counts),
        heap.at(out),
        room,
        sizeOf(targets!.shape),
        classes,
      ),
    );
    return out;
  });
  kernel("TuningCrossEntropyGradient", ({ logits, targets, counts, dy }) => {
    const classes = lastOf(logits!.shape);
    const out = heap.make(logits!.shape);
    kernels.crossEntropyGradient(
      heap.at(logits),
      heap.at(targets),
      heap.at(counts),
      heap.at(dy),
      heap.at(out),
      sizeOf(targets!.shape),
      classes,
    );
    return out;
  });
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
