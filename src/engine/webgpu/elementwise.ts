import type { Tensor, Tensor3D, Tensor4D } from "@tensorflow/tfjs-core";
import { sizeOf } from "../../lib/shape";
import { run } from "../run-kernel";
import { defineKernel } from "./define";
import { groupsFor, type Program } from "./gpu";

/** A program with one thread for each output element. */
const elementwise = (
  name: string,
  reads: Program["reads"],
  sizes: readonly string[],
  body: string,
): Program => ({
  name,
  reads,
  writes: ["y"],
  sizes: ["count", ...sizes],
  body: `
fn run(group: u32, local: u32) {
  let i = group * 64u + local;
  if (i >= sizes.count) { return; }
  ${body}
}`,
});

// x · sigmoid(z), z = x (c + d x²): the tanh form of GELU. z is bounded so that exp stays finite.
const sigmoid = `let a = x[i];
  let z = clamp(a * (1.5957691216057308f + 0.0713548162726f * a * a), -80f, 80f);
  let s = 1f / (1f + exp(-z));`;
const gelu = elementwise("gelu", { x: "f32" }, [], `${sigmoid} y[i] = a * s;`);
const geluGradient = elementwise(
  "gelu gradient",
  { x: "f32", dy: "f32" },
  [],
  `${sigmoid} y[i] = dy[i] * (s + a * s * (1f - s) * (1.5957691216057308f + 0.2140644488178f * a * a));`,
);

const logSigmoid = elementwise(
  "log-sigmoid",
  { x: "f32" },
  [],
  "y[i] = min(x[i], 0f) - log(1f + exp(-abs(x[i])));",
);
// σ(−x); x is bounded so that exp stays finite.
const logSigmoidGradient = elementwise(
  "log-sigmoid gradient",
  { x: "f32", dy: "f32" },
  [],
  "y[i] = dy[i] / (1f + exp(min(x[i], 80f)));",
);

/** (B, T, H·D) -> (B, H, T, D), or back. i is the index in the split tensor. */
const heads = (merge: boolean): Program =>
  elementwise(
    `heads ${merge}`,
    { x: "f32" },
    ["length", "heads", "depth"],
    `let d = i % sizes.depth;
  let t = i / sizes.depth % sizes.length;
  let h = i / (sizes.depth * sizes.length) % sizes.heads;
  let b = i / (sizes.depth * sizes.length * sizes.heads);
  let flat = ((b * sizes.length + t) * sizes.heads + h) * sizes.depth + d;
  ${merge ? "y[flat] = x[i];" : "y[i] = x[flat];"}`,
  );

/** Registers an elementwise function and its gradient. */
function defineFunction(name: string, value: Program, gradient: Program): void {
  defineKernel(
    name,
    (gpu, { x }) => {
      const [y, count] = [gpu.make(x!.shape), sizeOf(x!.shape)];
      gpu.run(value, [x!, y], { count }, groupsFor(count));
      return y;
    },
    {
      inputs: ["x"],
      of: (dy, saved) => ({ x: () => run(`${name}Gradient`, { x: saved[0]!, dy: dy as Tensor }) }),
    },
  );
  defineKernel(`${name}Gradient`, (gpu, { x, dy }) => {
    const [y, count] = [gpu.make(x!.shape), sizeOf(x!.shape)];
    gpu.run(gradient, [x!, dy!, y], { count }, groupsFor(count));
    return y;
  });
}

/** Registers GELU, log-sigmoid and the splitting of heads. */
export function defineElementwise(): void {
  defineFunction("GpuGelu", gelu, geluGradient);
  defineFunction("GpuLogSigmoid", logSigmoid, logSigmoidGradient);
  defineKernel(
    "GpuSplitHeads",
    (gpu, { x }, attributes) => {
      const [b, t, c] = x!.shape as [number, number, number];
      const h = Number(attributes.heads);
      const y = gpu.make([b, h, t, c / h]);
      gpu.run(
        heads(false),
        [x!, y],
        { count: b * t * c, length: t, heads: h, depth: c / h },
        groupsFor(b * t * c),
      );
      return y;
    },
    { of: (dy) => ({ x: () => run("GpuMergeHeads", { x: dy as Tensor }) }) },
  );
  defineKernel(
    "GpuMergeHeads",
    (gpu, { x }) => {
      const [b, h, t, d] = x!.shape as [number, number, number, number];
      const y = gpu.make([b, t, h * d]);
      const count = b * t * h * d;
      gpu.run(heads(true), [x!, y], { count, length: t, heads: h, depth: d }, groupsFor(count));
      return y;
    },
    {
      inputs: ["x"],
      of: (dy, saved) => ({
        x: () => run("GpuSplitHeads", { x: dy as Tensor }, { heads: saved[0]!.shape[1]! }),
      }),
    },
  );
}

export const geluOf = (x: Tensor): Tensor => run("GpuGelu", { x });
export const logSigmoidOf = (x: Tensor): Tensor => run("GpuLogSigmoid", { x });
export const splitHeads = (x: Tensor3D, heads: number): Tensor4D => run("GpuSplitHeads", { x }, { heads });
export const mergeHeads = (x: Tensor4D): Tensor3D => run("GpuMergeHeads", { x });
