import { lastOf, sizeOf } from "../../lib/shape";
import type { Heap } from "./heap";
import type { Kernels } from "./kernels";
import type { Register } from "./register-products";

/** Registers what objectives are made of: cross-entropy, log-probabilities of tokens, weighted means. */
export function registerLosses(kernel: Register, heap: Heap, kernels: Kernels): void {
  kernel("TuningCrossEntropy", ({ logits, targets, weights, normaliser }) => {
    const vocabulary = lastOf(logits!.shape);
    const rows = sizeOf(targets!.shape);
    const loss = heap.make([]);
    heap.scratch(vocabulary, (room) =>
      kernels.crossEntropy(
        heap.at(logits),
        heap.at(targets),
        heap.at(weights),
        heap.at(normaliser),
        heap.at(loss),
        room,
        rows,
        vocabulary,
      ),
    );
    return loss;
  });
  kernel("TuningCrossEntropyGradient", ({ logits, targets, weights, normaliser, dy }) => {
    const dLogits = heap.make(logits!.shape);
    kernels.crossEntropyGradient(
      heap.at(logits),
      heap.at(targets),
      heap.at(weights),
      heap.at(normaliser),
      heap.at(dy),
      heap.at(dLogits),
      sizeOf(targets!.shape),
      lastOf(logits!.shape),
    );
    return dLogits;
  });
  kernel("TuningTokenLogProbs", ({ logits, targets }) => {
    const vocabulary = lastOf(logits!.shape);
    const rows = sizeOf(targets!.shape);
    const out = heap.make(targets!.shape);
    heap.scratch(vocabulary, (room) =>
      kernels.tokenLogProbs(heap.at(logits), heap.at(targets), heap.at(out), room, rows, vocabulary),
    );
    return out;
  });
  kernel("TuningTokenLogProbsGradient", ({ logits, targets, dy }) => {
    const dLogits = heap.make(logits!.shape);
    kernels.tokenLogProbsGradient(
      heap.at(logits),
      heap.at(targets),
      heap.at(dy),
      heap.at(dLogits),
      sizeOf(targets!.shape),
      lastOf(logits!.shape),
    );
    return dLogits;
  });
  kernel("TuningWeightedMean", ({ x, weights, normaliser }) => {
    const mean = heap.make([]);
    kernels.weightedMean(heap.at(x), heap.at(weights), heap.at(normaliser), heap.at(mean), sizeOf(x!.shape));
    return mean;
  });
  kernel("TuningWeightedMeanGradient", ({ weights, normaliser, dy }) => {
    const dx = heap.make(weights!.shape);
    kernels.weightedMeanGradient(
      heap.at(weights),
      heap.at(normaliser),
      heap.at(dy),
      heap.at(dx),
      sizeOf(weights!.shape),
    );
    return dx;
  });
}
