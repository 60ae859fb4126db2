import { type Tensor, Variable } from "@tensorflow/tfjs-core";
import { lastOf, sizeOf } from "../../lib/shape";
import { run } from "../run-kernel";
import { defineKernel } from "./define";
import { groupsFor, type Program } from "./gpu";

/**
 * y = (x − mean) / √(variance + 1e-5) · gain + bias; stats keeps mean and 1 / √… of every row. A thread for each row.
 */
const forward: Program = {
  name: "layer norm",
  reads: { x: "f32", gain: "f32", bias: "f32" },
  writes: ["y", "stats"],
  sizes: ["rows", "columns"],
  body: `
fn run(group: u32, local: u32) {
  let row = group * 64u + local;
  if (row >= sizes.rows) { return; }
  let start = row * sizes.columns;
  var sum = 0f;
  for (var i = 0u; i < sizes.columns; i++) { sum += x[start + i]; }
  let mean = sum / f32(sizes.columns);
  var squares = 0f;
  for (var i = 0u; i < sizes.columns; i++) { let d = x[start + i] - mean; squares += d * d; }
  let factor = 1f / sqrt(squares / f32(sizes.columns) + 1e-5f);
  for (var i = 0u; i < sizes.columns; i++) { y[start + i] = (x[start + i] - mean) * factor * gain[i] + bias[i]; }
  stats[2u * row] = mean;
  stats[2u * row + 1u] = factor;
}`,
};

/** WGSL: dx of one row, from the stats of the forward pass. */
const rowGradient = `
fn makeDx(row: u32) {
  if (row >= sizes.rows) { return; }
  let start = row * sizes.columns;
  let mean = stats[2u * row];
  let factor = stats[2u * row + 1u];
  var sum = 0f;
  var along = 0f;
  for (var i = 0u; i < sizes.columns; i++) {
    let g = dy[start + i] * gain[i];
    sum += g;
    along += g * (x[start + i] - mean) * factor;
  }
  sum /= f32(sizes.columns);
  along /= f32(sizes.columns);
  for (var i = 0u; i < sizes.columns; i++) {
    dx[start + i] = factor * (dy[start + i] * gain[i] - sum - (x[start + i] - mean) * factor * along);
  }
}`;

const inputGradient: Program = {
  name: "layer norm dx",
  reads: { x: "f32", gain: "f32", dy: "f32", stats: "f32" },
  writes: ["dx"],
  sizes: ["rows", "columns"],
  body: `${rowGradient}
fn run(group: u32, local: u32) { makeDx(group * 64u + local); }`,
};

/** The first workgroups compute dx, the others the gradients by gain and bias, with 16 threads for each column. */
const allGradients: Program = {
  name: "layer norm gradients",
  reads: { x: "f32", gain: "f32", dy: "f32", stats: "f32" },
  writes: ["dx", "dGain", "dBias"],
  sizes: ["rows", "columns", "dxGroups"],
  body: `${rowGradient}
var<workgroup> partial: array<vec2f, 64>;
fn makeColumns(group: u32, local: u32) {
  let column = group * 4u + local / 16u;
  var sums = vec2f();
  if (column < sizes.columns) {
    for (var row = local % 16u; row < sizes.rows; row += 16u) {
      let g = dy[row * sizes.columns + column];
      sums += vec2f(g * (x[row * sizes.columns + column] - stats[2u * row]) * stats[2u * row + 1u], g);
    }
  }
  partial[local] = sums;
  workgroupBarrier();
  if (local % 16u > 0u || column >= sizes.columns) { return; }
  var total = vec2f();
  for (var slice = 0u; slice < 16u; slice++) { total += partial[local + slice]; }
  dGain[column] = total.x;
  dBias[column] = total.y;
}
fn run(group: u32, local: u32) {
  if (group < sizes.dxGroups) { makeDx(group * 64u + local); } else { makeColumns(group - sizes.dxGroups, local); }
}`,
};

/** Registers layer normalisation and its gradients. */
export function defineLayerNorm(): void {
  defineKernel(
    "GpuLayerNorm",
    (gpu, { x, gain, bias }) => {
      const columns = lastOf(x!.shape);
      const rows = sizeOf(x!.shape) / columns;
      const [y, stats] = [gpu.make(x!.shape), gpu.make([rows, 2])];
      gpu.run(forward, [x!, gain!, bias!, y, stats], { rows, columns }, groupsFor(rows));
      return [y, stats];
    },
    {
      inputs: ["x", "gain"],
      outputs: [false, true],
      of: (dy, saved, attributes) => {
        const [x, gain, stats] = saved as [Tensor, Tensor, Tensor];
        const inputs = { x, gain, dy: (dy as Tensor[])[0]!, stats };
        const { trained } = attributes as Record<string, boolean>;
        if (!trained) return { x: () => run("GpuLayerNormInputGradient", inputs), ...gainAndBias(inputs) };
        const [dx, dGain, dBias] = run<Tensor[]>("GpuLayerNormGradients", inputs);
        return { x: () => dx!, gain: () => dGain!, bias: () => dBias! };
      },
    },
  );
  defineKernel("GpuLayerNormInputGradient", (gpu, { x, gain, dy, stats }) => {
    const columns = lastOf(x!.shape);
    const rows = sizeOf(x!.shape) / columns;
    const dx = gpu.make(x!.shape);
    gpu.run(inputGradient, [x!, gain!, dy!, stats!, dx], { rows, columns }, groupsFor(rows));
    return dx;
  });
  defineKernel("GpuLayerNormGradients", (gpu, { x, gain, dy, stats }) => {
    const columns = lastOf(x!.shape);
    const rows = sizeOf(x!.shape) / columns;
    const made = [gpu.make(x!.shape), gpu.make([columns]), gpu.make([columns])];
    const dxGroups = groupsFor(rows);
    const groups = dxGroups + Math.ceil(columns / 4);
    gpu.run(allGradients, [x!, gain!, dy!, stats!, ...made], { rows, columns, dxGroups }, groups);
    return made;
  });
}

/** For a gain or bias that is not trained directly but computed from trained variables. */
const gainAndBias = (inputs: Readonly<Record<string, Tensor>>): Record<"gain" | "bias", () => Tensor> => ({
  gain: () => run<Tensor[]>("GpuLayerNormGradients", inputs)[1]!,
  bias: () => run<Tensor[]>("GpuLayerNormGradients", inputs)[2]!,
});

/** Layer normalisation of x (…, C). For a trained gain, one dispatch computes all gradients. */
export function layerNorm(x: Tensor, gain: Tensor, bias: Tensor): Tensor {
  return run<Tensor[]>("GpuLayerNorm", { x, gain, bias }, { trained: gain instanceof Variable })[0]!;
}
