import { type Tensor, Variable } from "@tensorflow/tfjs-core";
import { lastOf, sizeOf } from "../../lib/shape";
import { counters } from "../counters";
import { run } from "../run-kernel";
import { defineKernel } from "./define";
import { groupsFor, type Program } from "./gpu";
import { type Element, productTile, tiles, weightGradient, weightGroups } from "./product-tile";

/** y = A B (+ bias). x is A or, transposed, Aᵀ; w is B or Bᵀ. Every thread computes four rows by four columns. */
function product(transposeX: boolean, transposeW: boolean, bias: boolean): Program {
  const a: Element = (i, k) => (transposeX ? `x[${k} * sizes.rows + ${i}]` : `x[${i} * sizes.inner + ${k}]`);
  const b: Element = (k, j) =>
    transposeW ? `w[(${j}) * sizes.inner + ${k}]` : `w[${k} * sizes.columns + ${j}]`;
  return {
    name: `product ${transposeX} ${transposeW} ${bias}`,
    reads: { x: "f32", w: "f32", ...(bias && { bias: "f32" }) },
    writes: ["y"],
    sizes: ["rows", "inner", "columns"],
    body: `${productTile("make", [a, b], { rows: "rows", inner: "inner", columns: "columns" }, "y", { plus: bias ? (_, j) => `bias[${j}]` : undefined })}
fn run(group: u32, local: u32) { make(group * 64u + local); }`,
  };
}

/** All gradients of y = x W + b (or x Wᵀ) in one dispatch: the first workgroups compute dx, the others dW and db. */
function gradients(transposed: boolean, bias: boolean): Program {
  // dx (rows, inner) = dy W, the sum over the columns of y.
  const weight: Element = (k, j) =>
    transposed ? `w[${k} * sizes.inner + ${j}]` : `w[(${j}) * sizes.columns + ${k}]`;
  const dyAt: Element = (i, k) => `dy[${i} * sizes.columns + ${k}]`;
  // dW (high, wide) = leftᵀ right, the sum over the rows.
  const [left, right] = transposed ? (["dy", "x"] as const) : (["x", "dy"] as const);
  const [high, wide] = transposed ? ["sizes.columns", "sizes.inner"] : ["sizes.inner", "sizes.columns"];
  return {
    name: `product gradients ${transposed} ${bias}`,
    reads: { x: "f32", w: "f32", dy: "f32" },
    writes: ["dx", "dw", ...(bias ? ["db"] : [])],
    sizes: ["rows", "inner", "columns", "dxGroups"],
    body: `
${productTile("makeDx", [dyAt, weight], { rows: "rows", inner: "columns", columns: "inner" }, "dx")}
${weightGradient({ left, right, high, wide, bias })}
fn run(group: u32, local: u32) {
  if (group < sizes.dxGroups) { makeDx(group * 64u + local); } else { makeDw(group - sizes.dxGroups, local); }
}`,
  };
}

/** Sums of the rows of x (R, C) -> (C), 16 threads for every four columns. */
const sumRows: Program = {
  name: "sum of rows",
  reads: { x: "f32" },
  writes: ["y"],
  sizes: ["rows", "columns"],
  body: `
var<workgroup> partial: array<f32, 64>;
fn run(group: u32, local: u32) {
  let column = group * 4u + local / 16u;
  var sum = 0f;
  if (column < sizes.columns) {
    for (var row = local % 16u; row < sizes.rows; row += 16u) { sum += x[row * sizes.columns + column]; }
  }
  partial[local] = sum;
  workgroupBarrier();
  if (local % 16u > 0u || column >= sizes.columns) { return; }
  var total = 0f;
  for (var slice = 0u; slice < 16u; slice++) { total += partial[local + slice]; }
  y[column] = total;
}`,
};

/** Registers products and their gradients. */
export function defineProducts(): void {
  defineKernel(
    "GpuMatMul",
    (gpu, { x, w, bias }, { transposeX, transposeW }) => {
      const last = lastOf(x!.shape);
      const all = sizeOf(x!.shape) / last;
      const [rows, inner] = transposeX ? [last, all] : [all, last];
      const columns = transposeW ? w!.shape[0]! : lastOf(w!.shape);
      counters.flops += 2 * rows * inner * columns;
      const y = gpu.make(transposeX ? [rows, columns] : [...x!.shape.slice(0, -1), columns]);
      gpu.run(
        product(Boolean(transposeX), Boolean(transposeW), bias !== undefined),
        [x!, w!, ...(bias ? [bias] : []), y],
        { rows, inner, columns },
        groupsFor(tiles(rows, columns)),
      );
      return y;
    },
    {
      inputs: ["x", "w"],
      of: (dy, saved, attributes) => {
        const [x, w] = saved as [Tensor, Tensor];
        const grad = dy as Tensor;
        const { transposeW, trained, biased } = attributes as Record<string, boolean>;
        const inputs = { x, w, dy: grad };
        if (trained) {
          const made = run<Tensor[]>("GpuMatMulGradients", inputs, {
            transposeW: transposeW!,
            biased: biased!,
          });
          return { x: () => made[0]!, w: () => made[1]!, bias: () => made[2]! };
        }
        return {
          x: () => run("GpuMatMul", { x: grad, w }, { transposeX: false, transposeW: !transposeW }),
          w: () => {
            const [left, right] = transposeW ? [grad, x] : [x, grad];
            return run("GpuMatMul", { x: left, w: right }, { transposeX: true, transposeW: false });
          },
          bias: () => run("GpuSumRows", { x: grad }),
        };
      },
    },
  );
  defineKernel("GpuMatMulGradients", (gpu, { x, w, dy }, { transposeW, biased }) => {
    const [inner, columns] = [lastOf(x!.shape), lastOf(dy!.shape)];
    const rows = sizeOf(x!.shape) / inner;
    counters.flops += 4 * rows * inner * columns;
    const made = [gpu.make(x!.shape), gpu.make(w!.shape), ...(biased ? [gpu.make([columns])] : [])];
    const dxGroups = groupsFor(tiles(rows, inner));
    const groups = dxGroups + weightGroups(inner, columns);
    const program = gradients(Boolean(transposeW), Boolean(biased));
    gpu.run(program, [x!, w!, dy!, ...made], { rows, inner, columns, dxGroups }, groups);
    return made;
  });
  defineKernel("GpuSumRows", (gpu, { x }) => {
    const columns = lastOf(x!.shape);
    const y = gpu.make([columns]);
    gpu.run(sumRows, [x!, y], { rows: sizeOf(x!.shape) / columns, columns }, Math.ceil(columns / 4));
    return y;
  });
}

/** The inputs of a product: y = x w [+ bias]. */
export interface ProductOf {
  readonly x: Tensor;
  readonly w: Tensor;
  readonly bias: Tensor | undefined;
}

/** The products of the forward pass that still exist, so that a branch added to one can share its gradient. */
const made = new WeakMap<Tensor, ProductOf>();

/**
 * The inputs of y; undefined where it is not a product with a weight, or where its gradients are all computed at once.
 */
export const productOf = (y: Tensor): ProductOf | undefined => made.get(y);

/** x (…, K) · w (K, N) [+ bias], or · wᵀ. For a trained weight, one dispatch computes all gradients. */
export function matMul(x: Tensor, w: Tensor, bias?: Tensor, transposeW = false): Tensor {
  const trained = w instanceof Variable;
  const attributes = { transposeX: false, transposeW, trained, biased: bias !== undefined };
  const y = run("GpuMatMul", { x, w, ...(bias && { bias }) }, attributes);
  if (!trained && !transposeW) made.set(y, { x, w, bias });
  return y;
}
