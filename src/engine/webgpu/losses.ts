import type { Tensor } from "@tensorflow/tfjs-core";
import { lastOf, sizeOf } from "../../lib/shape";
import { run } from "../run-kernel";
import { defineKernel } from "./define";
import { groupsFor, type Program } from "./gpu";

/** WGSL: log Σ exp of a row of logits. */
const logTotal = `
fn logTotal(row: u32) -> f32 {
  let start = row * sizes.classes;
  var largest = logits[start];
  for (var c = 1u; c < sizes.classes; c++) { largest = max(largest, logits[start + c]); }
  var total = 0f;
  for (var c = 0u; c < sizes.classes; c++) { total += exp(logits[start + c] - largest); }
  return largest + log(total);
}`;

/** Σ weight · cross-entropy / normaliser in one workgroup; totals keeps log Σ exp of every row. */
const crossEntropy: Program = {
  name: "cross-entropy",
  reads: { logits: "f32", targets: "i32", weights: "f32", normaliser: "f32" },
  writes: ["loss", "totals"],
  sizes: ["rows", "classes"],
  threads: 256,
  body: `${logTotal}
var<workgroup> partial: array<f32, 256>;
fn run(group: u32, local: u32) {
  var sum = 0f;
  for (var row = local; row < sizes.rows; row += 256u) {
    let total = logTotal(row);
    totals[row] = total;
    sum += (total - logits[row * sizes.classes + u32(targets[row])]) * weights[row];
  }
  partial[local] = sum;
  workgroupBarrier();
  if (local > 0u) { return; }
  for (var i = 1u; i < 256u; i++) { sum += partial[i]; }
  loss[0] = sum / normaliser[0];
}`,
};

const crossEntropyGradient: Program = {
  name: "cross-entropy gradient",
  reads: { logits: "f32", targets: "i32", weights: "f32", normaliser: "f32", totals: "f32", dLoss: "f32" },
  writes: ["dLogits"],
  sizes: ["rows", "classes"],
  body: `
fn run(group: u32, local: u32) {
  let i = group * 64u + local;
  let row = i / sizes.classes;
  if (row >= sizes.rows) { return; }
  let aim = select(0f, 1f, i % sizes.classes == u32(targets[row]));
  dLogits[i] = (exp(logits[i] - totals[row]) - aim) * weights[row] / normaliser[0] * dLoss[0];
}`,
};

/** A thread for each row; totals keeps log Σ exp of the row. */
const tokenLogProbs: Program = {
  name: "token log-probabilities",
  reads: { logits: "f32", targets: "i32" },
  writes: ["logProbs", "totals"],
  sizes: ["rows", "classes"],
  body: `${logTotal}
fn run(group: u32, local: u32) {
  let row = group * 64u + local;
  if (row >= sizes.rows) { return; }
  let total = logTotal(row);
  totals[row] = total;
  logProbs[row] = logits[row * sizes.classes + u32(targets[row])] - total;
}`,
};

const tokenLogProbsGradient: Program = {
  name: "token log-probabilities gradient",
  reads: { logits: "f32", targets: "i32", totals: "f32", dy: "f32" },
  writes: ["dLogits"],
  sizes: ["rows", "classes"],
  body: `
fn run(group: u32, local: u32) {
  let i = group * 64u + local;
  let row = i / sizes.classes;
  if (row >= sizes.rows) { return; }
  let aim = select(0f, 1f, i % sizes.classes == u32(targets[row]));
  dLogits[i] = (aim - exp(logits[i] - totals[row])) * dy[row];
}`,
};

/** Σ weight · x / normaliser in one workgroup. */
const weightedMean: Program = {
  name: "weighted mean",
  reads: { x: "f32", weights: "f32", normaliser: "f32" },
  writes: ["mean"],
  sizes: ["count"],
  threads: 256,
  body: `
var<workgroup> partial: array<f32, 256>;
fn run(group: u32, local: u32) {
  var sum = 0f;
  for (var i = local; i < sizes.count; i += 256u) { sum += x[i] * weights[i]; }
  partial[local] = sum;
  workgroupBarrier();
  if (local > 0u) { return; }
  for (var i = 1u; i < 256u; i++) { sum += partial[i]; }
  mean[0] = sum / normaliser[0];
}`,
};

const weightedMeanGradient: Program = {
  name: "weighted mean gradient",
  reads: { weights: "f32", normaliser: "f32", dMean: "f32" },
  writes: ["dx"],
  sizes: ["count"],
  body: `
fn run(group: u32, local: u32) {
  let i = group * 64u + local;
  if (i < sizes.count) { dx[i] = weights[i] / normaliser[0] * dMean[0]; }
}`,
};

/** Registers what objectives are made of: cross-entropy, log-probabilities of tokens, weighted means. */
export function defineLosses(): void {
  defineCrossEntropy();
  defineTokenLogProbs();
  defineWeightedMean();
}

function defineCrossEntropy(): void {
  defineKernel(
    "GpuCrossEntropy",
    (gpu, { logits, targets, weights, normaliser }) => {
      const [rows, classes] = [sizeOf(targets!.shape), lastOf(logits!.shape)];
      const [loss, totals] = [gpu.make([]), gpu.make([rows])];
      const tensors = [logits!, targets!, weights!, normaliser!, loss, totals];
      gpu.run(crossEntropy, tensors, { rows, classes }, 1);
      return [loss, totals];
    },
    {
      inputs: ["logits", "targets", "weights", "normaliser"],
      outputs: [false, true],
      of: (dy, saved) => {
        const [logits, targets, weights, normaliser, totals] = saved as [
          Tensor,
          Tensor,
          Tensor,
          Tensor,
          Tensor,
        ];
        const inputs = { logits, targets, weights, normaliser, totals, dLoss: (dy as Tensor[])[0]! };
        return { logits: () => run("GpuCrossEntropyGradient", inputs) };
      },
    },
  );
  defineKernel("GpuCrossEntropyGradient", (gpu, { logits, targets, weights, normaliser, totals, dLoss }) => {
    const [rows, classes] = [sizeOf(targets!.shape), lastOf(logits!.shape)];
    const dLogits = gpu.make(logits!.shape);
    const tensors = [logits!, targets!, weights!, normaliser!, totals!, dLoss!, dLogits];
    gpu.run(crossEntropyGradient, tensors, { rows, classes }, groupsFor(rows * classes));
    return dLogits;
  });
}

function defineTokenLogProbs(): void {
  defineKernel(
    "GpuTokenLogProbs",
    (gpu, { logits, targets }) => {
      const [rows, classes] = [sizeOf(targets!.shape), lastOf(logits!.shape)];
      const [logProbs, totals] = [gpu.make(targets!.shape), gpu.make([rows])];
      gpu.run(tokenLogProbs, [logits!, targets!, logProbs, totals], { rows, classes }, groupsFor(rows));
      return [logProbs, totals];
    },
    {
      inputs: ["logits", "targets"],
      outputs: [false, true],
      of: (dy, saved) => {
        const [logits, targets, totals] = saved as [Tensor, Tensor, Tensor];
        const inputs = { logits, targets, totals, dy: (dy as Tensor[])[0]! };
        return { logits: () => run("GpuTokenLogProbsGradient", inputs) };
      },
    },
  );
  defineKernel("GpuTokenLogProbsGradient", (gpu, { logits, targets, totals, dy }) => {
    const [rows, classes] = [sizeOf(targets!.shape), lastOf(logits!.shape)];
    const dLogits = gpu.make(logits!.shape);
    const tensors = [logits!, targets!, totals!, dy!, dLogits];
    gpu.run(tokenLogProbsGradient, tensors, { rows, classes }, groupsFor(rows * classes));
    return dLogits;
  });
}

function defineWeightedMean(): void {
  defineKernel(
    "GpuWeightedMean",
    (gpu, { x, weights, normaliser }) => {
      const mean = gpu.make([]);
      gpu.run(weightedMean, [x!, weights!, normaliser!, mean], { count: sizeOf(x!.shape) }, 1);
      return mean;
    },
    {
      inputs: ["weights", "normaliser"],
      of: (dy, saved) => {
        const [weights, normaliser] = saved as [Tensor, Tensor];
        return { x: () => run("GpuWeightedMeanGradient", { weights, normaliser, dMean: dy as Tensor }) };
      },
    },
  );
  defineKernel("GpuWeightedMeanGradient", (gpu, { weights, normaliser, dMean }) => {
    const [dx, count] = [gpu.make(weights!.shape), sizeOf(weights!.shape)];
    gpu.run(weightedMeanGradient, [weights!, normaliser!, dMean!, dx], { count }, groupsFor(count));
    return dx;
  });
}

export const crossEntropyOf = (
  logits: Tensor,
  targets: Tensor,
  weights: Tensor,
  normaliser: Tensor,
): Tensor => run<Tensor[]>("GpuCrossEntropy", { logits, targets, weights, normaliser })[0]!;
export const tokenLogProbsOf = (logits: Tensor, targets: Tensor): Tensor =>
  run<Tensor[]>("GpuTokenLogProbs", { logits, targets })[0]!;
export const weightedMeanOf = (x: Tensor, weights: Tensor, normaliser: Tensor): Tensor =>
  run("GpuWeightedMean", { x, weights, normaliser });
