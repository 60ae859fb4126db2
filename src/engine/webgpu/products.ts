import { type Tensor, Variable } from "@tensorflow/tfjs-core";
import { lastOf, sizeOf } from "../../lib/shape";
import { run } from "../run-kernel";
import { tally } from "../tally";
import { defineKernel } from "./define";
import { groupsFor, type Program } from "./gpu";

type Element = (row: string, column: string) => string;

/** WGSL: adds to sum0 … sum3, four rows by four columns, the products of A and B over `k` from `from` to `to`. */
function accumulate(
  a: Element,
  b: Element,
  range: { from: string; to: string; by?: string },
  extra = "",
): string {
  const columns = ["column", "column + 1u", "column + 2u", "column + 3u"].map((column) => b("k", column));
  return `for (var k = ${range.from}; k < ${range.to}; k += ${range.by ?? "1u"}) {
    let right = vec4f(${columns.join(", ")});
    ${[0, 1, 2, 3].map((i) => `sum${i} += ${a(`(row + ${i}u)`, "k")} * right;`).join("\n    ")}
    ${extra}
  }`;
}

const sums = [0, 1, 2, 3].map((i) => `var sum${i} = vec4f();`).join(" ");

/** Names of the sizes of a product A B: (rows, inner) · (inner, columns). */
interface Sizes {
  readonly rows: string;
  readonly inner: string;
  readonly columns: string;
}

/** WGSL: a function `name` that makes the tile with this index of A B (+ bias) and writes it to `target`. */
const productTile = (
  name: string,
  [a, b]: readonly [Element, Element],
  { rows, inner, columns }: Sizes,
  target: string,
  bias = "",
): string => `
fn ${name}Row(row: u32, column: u32, sum: vec4f) {
  if (row >= sizes.${rows}) { return; }
  for (var j = 0u; j < 4u && column + j < sizes.${columns}; j++) {
    ${target}[row * sizes.${columns} + column + j] = sum[j]${bias && ` + ${bias}[column + j]`};
  }
}
fn ${name}(index: u32) {
  let across = (sizes.${columns} + 3u) / 4u;
  let row = index / across * 4u;
  let column = index % across * 4u;
  if (row >= sizes.${rows}) { return; }
  ${sums}
  ${accumulate(a, b, { from: "0u", to: `sizes.${inner}` })}
  ${[0, 1, 2, 3].map((i) => `${name}Row(row + ${i}u, column, sum${i});`).join(" ")}
}`;

/** y = A B (+ bias). x is A or, transposed, Aᵀ; w is B or Bᵀ. Every thread makes four rows by four columns. */
function product(transposeX: boolean, transposeW: boolean, bias: boolean): Program {
  const a: Element = (i, k) => (transposeX ? `x[${k} * sizes.rows + ${i}]` : `x[${i} * sizes.inner + ${k}]`);
  const b: Element = (k, j) =>
    transposeW ? `w[(${j}) * sizes.inner + ${k}]` : `w[${k} * sizes.columns + ${j}]`;
  return {
    name: `product ${transposeX} ${transposeW} ${bias}`,
    reads: { x: "f32", w: "f32", ...(bias && { bias: "f32" }) },
    writes: ["y"],
    sizes: ["rows", "inner", "columns"],
    body: `${productTile("make", [a, b], { rows: "rows", inner: "inner", columns: "columns" }, "y", bias ? "bias" : "")}
fn run(group: u32, local: u32) { make(group * 64u + local); }`,
  };
}

/**
 * All gradients of y = x W + b (or x Wᵀ) in one dispatch: the first workgroups make dx, the others dW and db. A sum over
 * all rows is long, so four threads share each tile of dW and add up what they have.
 */
function gradients(transposed: boolean, bias: boolean): Program {
  // dx (rows, inner) = dy W, the sum over the columns of y.
  const weight: Element = (k, j) =>
    transposed ? `w[${k} * sizes.inner + ${j}]` : `w[(${j}) * sizes.columns + ${k}]`;
  const dyAt: Element = (i, k) => `dy[${i} * sizes.columns + ${k}]`;
  // dW (high, wide) = leftᵀ right, the sum over the rows.
  const [left, right] = transposed ? (["dy", "x"] as const) : (["x", "dy"] as const);
  const [high, wide] = transposed ? ["sizes.columns", "sizes.inner"] : ["sizes.inner", "sizes.columns"];
  const parts = bias ? 5 : 4;
  return {
    name: `product gradients ${transposed} ${bias}`,
    reads: { x: "f32", w: "f32", dy: "f32" },
    writes: ["dx", "dw", ...(bias ? ["db"] : [])],
    sizes: ["rows", "inner", "columns", "dxGroups"],
    body: `
var<workgroup> partial: array<vec4f, ${64 * parts}>;
${productTile("makeDx", [dyAt, weight], { rows: "rows", inner: "columns", columns: "inner" }, "dx")}
fn makeDw(group: u32, local: u32) {
  let across = (${wide} + 3u) / 4u;
  let tile = group * 16u + local / 4u;
  let row = tile / across * 4u;
  let column = tile % across * 4u;
  ${sums} var sum4 = vec4f();
  if (row < ${high}) {
    ${accumulate(
      (i, k) => `${left}[${k} * ${high} + ${i}]`,
      (k, j) => `${right}[${k} * ${wide} + ${j}]`,
      { from: "local % 4u", to: "sizes.rows", by: "4u" },
      bias ? "sum4 += right;" : "",
    )}
  }
  ${Array.from({ length: parts }, (_, i) => `partial[local * ${parts}u + ${i}u] = sum${i};`).join(" ")}
  workgroupBarrier();
  for (var job = local; job < ${16 * parts}u; job += 64u) {
    let part = job % ${parts}u;
    let first = job / ${parts}u * 4u;
    var total = vec4f();
    for (var slice = first; slice < first + 4u; slice++) { total += partial[slice * ${parts}u + part]; }
    let mine = group * 16u + first / 4u;
    let top = mine / across * 4u;
    let start = mine % across * 4u;
    for (var j = 0u; j < 4u && start + j < ${wide}; j++) {
      if (part < 4u && top + part < ${high}) { dw[(top + part) * ${wide} + start + j] = total[j]; }
      ${bias ? "if (part == 4u && top == 0u) { db[start + j] = total[j]; }" : ""}
    }
  }
}
fn run(group: u32, local: u32) {
  if (group < sizes.dxGroups) { makeDx(group * 64u + local); } else { makeDw(group - sizes.dxGroups, local); }
}`,
  };
}

const tiles = (rows: number, columns: number): number => Math.ceil(rows / 4) * Math.ceil(columns / 4);

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
      tally.flops += 2 * rows * inner * columns;
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
    tally.flops += 4 * rows * inner * columns;
    const made = [gpu.make(x!.shape), gpu.make(w!.shape), ...(biased ? [gpu.make([columns])] : [])];
    const dxGroups = groupsFor(tiles(rows, inner));
    const dwGroups = Math.ceil(tiles(inner, columns) / 16);
    const program = gradients(Boolean(transposeW), Boolean(biased));
    gpu.run(program, [x!, w!, dy!, ...made], { rows, inner, columns, dxGroups }, dxGroups + dwGroups);
    return made;
  });
  defineKernel("GpuSumRows", (gpu, { x }) => {
    const columns = lastOf(x!.shape);
    const y = gpu.make([columns]);
    gpu.run(sumRows, [x!, y], { rows: sizeOf(x!.shape) / columns, columns }, Math.ceil(columns / 4));
    return y;
  });
}

/** x (…, K) · w (K, N) [+ bias], or · wᵀ. A weight that is trained has all gradients made at once. */
export function matMul(x: Tensor, w: Tensor, bias?: Tensor, transposeW = false): Tensor {
  const attributes = {
    transposeX: false,
    transposeW,
    trained: w instanceof Variable,
    biased: bias !== undefined,
  };
  return run("GpuMatMul", { x, w, ...(bias && { bias }) }, attributes);
}
