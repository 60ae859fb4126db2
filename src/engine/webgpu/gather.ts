import type { Tensor, Tensor1D, Tensor3D } from "@tensorflow/tfjs-core";
import { lastOf, sizeOf } from "../../lib/shape";
import { run } from "../run-kernel";
import { defineKernel } from "./define";
import { groupsFor, type Program } from "./gpu";

/** The gathered rows of x. */
const pick: Program = {
  name: "pick rows",
  reads: { x: "f32", rows: "i32" },
  writes: ["y"],
  sizes: ["count", "columns"],
  body: `
fn run(group: u32, local: u32) {
  let i = group * 64u + local;
  if (i < sizes.count) { y[i] = x[u32(rows[i / sizes.columns]) * sizes.columns + i % sizes.columns]; }
}`,
};

/** A workgroup for each row of dx: its threads first find the rows of dy that read it, then each sums some columns. */
const pickGradient: Program = {
  name: "pick rows gradient",
  reads: { rows: "i32", dy: "f32" },
  writes: ["dx"],
  sizes: ["picked", "columns"],
  body: `
var<workgroup> count: atomic<u32>;
var<workgroup> found: array<u32, 2>;
fn run(group: u32, local: u32) {
  for (var i = local; i < sizes.picked; i += 64u) {
    if (u32(rows[i]) == group) {
      let place = atomicAdd(&count, 1u);
      if (place < 2u) { found[place] = i; }
    }
  }
  workgroupBarrier();
  let times = atomicLoad(&count);
  for (var c = local; c < sizes.columns; c += 64u) {
    var sum = 0f;
    if (times <= 2u) {
      for (var i = 0u; i < times; i++) { sum += dy[found[i] * sizes.columns + c]; }
    } else {
      // More than two are added in a fixed order, so that the sum is the same each time.
      for (var i = 0u; i < sizes.picked; i++) { if (u32(rows[i]) == group) { sum += dy[i * sizes.columns + c]; } }
    }
    dx[group * sizes.columns + c] = sum;
  }
}`,
};

/** Registers gathering and its gradient. */
export function defineGather(): void {
  defineKernel(
    "GpuGather",
    (gpu, { x, rows }) => {
      const [columns, picked] = [lastOf(x!.shape), sizeOf(rows!.shape)];
      const y = gpu.make([1, picked, columns]);
      gpu.run(pick, [x!, rows!, y], { count: picked * columns, columns }, groupsFor(picked * columns));
      return y;
    },
    {
      inputs: ["x", "rows"],
      of: (dy, saved) => {
        const [x, rows] = saved as [Tensor, Tensor];
        return { x: () => run("GpuGatherGradient", { x, rows, dy: dy as Tensor }) };
      },
    },
  );
  defineKernel("GpuGatherGradient", (gpu, { x, rows, dy }) => {
    const [columns, picked] = [lastOf(x!.shape), sizeOf(rows!.shape)];
    const dx = gpu.make(x!.shape);
    gpu.run(pickGradient, [rows!, dy!, dx], { picked, columns }, sizeOf(x!.shape) / columns);
    return dx;
  });
}

export const gather = (x: Tensor, rows: Tensor1D): Tensor3D => run("GpuGather", { x, rows });
