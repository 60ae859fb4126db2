import { lastOf, sizeOf } from "../../lib/shape";
import type { Heap } from "./heap";
import type { Kernels } from "./kernels";
import type { Register } from "./register-products";

/** Registers the kernels that work on whole tokens and positions. */
export function registerTokens(kernel: Register, heap: Heap, kernels: Kernels): void {
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
  kernel("TuningPrepend", ({ rows, x }) => {
    const [b, t, width] = x!.shape as [number, number, number];
    const length = rows!.shape[0]!;
    const out = heap.make([b, length + t, width]);
    kernels.prepend(heap.at(rows), heap.at(x), heap.at(out), b, length * width, t * width);
    return out;
  });
  kernel("TuningPrependGradient", ({ dy }, { length }) => {
    const [b, whole, width] = dy!.shape as [number, number, number];
    const front = Number(length);
    const out = heap.make([front, width]);
    kernels.prependGradient(heap.at(dy), heap.at(out), b, front * width, (whole - front) * width);
    return out;
  });
  kernel("TuningGather", ({ x, rows }) => {
    const [width, count] = [lastOf(x!.shape), sizeOf(rows!.shape)];
    const out = heap.make([1, count, width]);
    kernels.gather(heap.at(rows), heap.at(x), heap.at(out), count, width);
    return out;
  });
  kernel("TuningGatherGradient", ({ x, rows, dy }) => {
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
  kernel("TuningMeanOverTokens", ({ x, tokens }) => {
    const [b, t, width] = x!.shape as [number, number, number];
    const out = heap.make([1, b, width]);
    kernels.meanOverTokens(heap.at(x), heap.at(tokens), heap.at(out), b, t, width);
    return out;
  });
  kernel("TuningMeanOverTokensGradient", ({ tokens, dy }) => {
    const [b, t] = tokens!.shape as [number, number];
    const width = lastOf(dy!.shape);
    const out = heap.make([b, t, width]);
    kernels.meanOverTokensGradient(heap.at(tokens), heap.at(dy), heap.at(out), b, t, width);
    return out;
  });
  kernel("TuningSlicePositions", ({ x }, { from, count }) => {
    const [b, t, width] = x!.shape as [number, number, number];
    const part = Number(count);
    const out = heap.make([b, part, width]);
    kernels.takePart(heap.at(x), heap.at(out), b, t * width, part * width, Number(from) * width);
    return out;
  });
  kernel("TuningPositionsGradient", ({ dy }, { from, whole }) => {
    const [b, part, width] = dy!.shape as [number, number, number];
    const all = Number(whole);
    const out = heap.make([b, all, width]);
    kernels.takePartGradient(heap.at(dy), heap.at(out), b, all * width, part * width, Number(from) * width);
    return out;
  });
  kernel("TuningPadding", ({ ids }, { inFront }) => {
    const [b, t] = ids!.shape as [number, number];
    const front = Number(inFront);
    const out = heap.make([b, front + t]);
    kernels.padding(heap.at(ids), heap.at(out), b, t, front);
    return out;
  });
}
