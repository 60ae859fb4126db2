import type { Tensor, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import { lastOf } from "../../lib/shape";
import { run } from "../run-kernel";
import { defineKernel } from "./define";
import { groupsFor, type Program } from "./gpu";

/** A thread for each column of each example. */
const mean: Program = {
  name: "mean over tokens",
  reads: { x: "f32", tokens: "i32" },
  writes: ["y"],
  sizes: ["count", "length", "columns"],
  body: `
fn run(group: u32, local: u32) {
  let i = group * 64u + local;
  if (i >= sizes.count) { return; }
  let first = i / sizes.columns * sizes.length;
  var sum = 0f;
  var count = 0f;
  for (var t = 0u; t < sizes.length; t++) {
    if (tokens[first + t] == 0) { continue; }
    sum += x[(first + t) * sizes.columns + i % sizes.columns];
    count += 1f;
  }
  y[i] = sum / max(count, 1f);
}`,
};

/** A thread for each column of each position. */
const gradient: Program = {
  name: "mean over tokens gradient",
  reads: { tokens: "i32", dy: "f32" },
  writes: ["dx"],
  sizes: ["count", "length", "columns"],
  body: `
fn run(group: u32, local: u32) {
  let i = group * 64u + local;
  if (i >= sizes.count) { return; }
  let place = i / sizes.columns;
  let example = place / sizes.length;
  var count = 0f;
  for (var t = 0u; t < sizes.length; t++) { count += select(1f, 0f, tokens[example * sizes.length + t] == 0); }
  let pull = dy[example * sizes.columns + i % sizes.columns] / max(count, 1f);
  dx[i] = select(pull, 0f, tokens[place] == 0);
}`,
};

/** Registers the mean over tokens and its gradient. */
export function defineMeanOverTokens(): void {
  defineKernel(
    "GpuMeanOverTokens",
    (gpu, { x, tokens }) => {
      const [batch, length, columns] = x!.shape as [number, number, number];
      const [y, count] = [gpu.make([1, batch, columns]), batch * columns];
      gpu.run(mean, [x!, tokens!, y], { count, length, columns }, groupsFor(count));
      return y;
    },
    {
      inputs: ["tokens"],
      of: (dy, saved) => ({
        x: () => run("GpuMeanOverTokensGradient", { tokens: saved[0]!, dy: dy as Tensor }),
      }),
    },
  );
  defineKernel("GpuMeanOverTokensGradient", (gpu, { tokens, dy }) => {
    const [batch, length] = tokens!.shape as [number, number];
    const columns = lastOf(dy!.shape);
    const [dx, count] = [gpu.make([batch, length, columns]), batch * length * columns];
    gpu.run(gradient, [tokens!, dy!, dx], { count, length, columns }, groupsFor(count));
    return dx;
  });
}

export const meanOverTokens = (x: Tensor3D, tokens: Tensor2D): Tensor3D =>
  run("GpuMeanOverTokens", { x, tokens });
