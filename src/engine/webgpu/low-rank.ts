import type { Tensor } from "@tensorflow/tfjs-core";
import { lastOf, sizeOf } from "../../lib/shape";
import { counters } from "../counters";
import { plainOps } from "../plain-ops";
import { run } from "../run-kernel";
import { defineKernel } from "./define";
import { floatBits, groupsFor, type Program } from "./gpu";
import { accumulate, productTile, tiles, weightGradient, weightGroups } from "./product-tile";
import { productOf } from "./products";

/**
 * z = y + h B with h = factor · x A, which is stored. A workgroup computes 16 rows: first h, then the tiles of z that read
 * it.
 */
const forward: Program = {
  name: "low rank",
  reads: { y: "f32", x: "f32", a: "f32", b: "f32" },
  writes: ["z", "h"],
  sizes: ["rows", "inner", "rank", "columns", "factor"],
  body: `${productTile(
    "makeZ",
    [(i, k) => `h[${i} * sizes.rank + ${k}]`, (k, j) => `b[${k} * sizes.columns + ${j}]`],
    { rows: "rows", inner: "rank", columns: "columns" },
    "z",
    { plus: (i, j) => `y[${i} * sizes.columns + ${j}]` },
  )}
fn run(group: u32, local: u32) {
  let end = min(group * 16u + 16u, sizes.rows) * sizes.rank;
  for (var i = group * 16u * sizes.rank + local; i < end; i += 64u) {
    var sum = 0f;
    for (var k = 0u; k < sizes.inner; k++) {
      sum += x[i / sizes.rank * sizes.inner + k] * a[k * sizes.rank + i % sizes.rank];
    }
    h[i] = bitcast<f32>(sizes.factor) * sum;
  }
  storageBarrier();
  let own = (sizes.columns + 3u) / 4u * 4u;
  for (var tile = local; tile < own; tile += 64u) { makeZ(group * own + tile); }
}`,
};

/**
 * From dz and dh: dx = factor · dh Aᵀ + dz Wᵀ, the low-rank branch and the product beside it in one sum, and
 * dA = factor · xᵀ dh. The first workgroups compute dx, the others dA.
 */
const gradients: Program = {
  name: "low rank gradients",
  reads: { x: "f32", a: "f32", dh: "f32", w: "f32", dz: "f32" },
  writes: ["dx", "dw"],
  sizes: ["rows", "inner", "rank", "columns", "factor", "dxGroups"],
  body: `
${productTile(
  "makeDx",
  [(i, k) => `dz[${i} * sizes.columns + ${k}]`, (k, j) => `w[(${j}) * sizes.columns + ${k}]`],
  { rows: "rows", inner: "columns", columns: "inner" },
  "dx",
  {
    before: `${accumulate(
      (i, k) => `dh[${i} * sizes.rank + ${k}]`,
      (k, j) => `a[(${j}) * sizes.rank + ${k}]`,
      { from: "0u", to: "sizes.rank" },
    )}
  ${[0, 1, 2, 3].map((i) => `sum${i} *= bitcast<f32>(sizes.factor);`).join(" ")}`,
  },
)}
${weightGradient({ left: "x", right: "dh", high: "sizes.inner", wide: "sizes.rank", factor: "bitcast<f32>(sizes.factor)" })}
fn run(group: u32, local: u32) {
  if (group < sizes.dxGroups) { makeDx(group * 64u + local); } else { makeDw(group - sizes.dxGroups, local); }
}`,
};

/**
 * Branches, by the data of their A, whose gradient by x was not asked for in the last step, as in the first block above a
 * frozen embedding: there it is computed only on demand, elsewhere together with the gradient by A.
 */
const fromFrozen = new WeakSet<object>();

/** Registers the low-rank branch beside a product, and its gradients. */
export function defineLowRank(): void {
  defineKernel(
    "GpuAddLowRank",
    (gpu, { y, x, A, B }, { factor }) => {
      const [inner, rank, columns] = [lastOf(x!.shape), lastOf(A!.shape), lastOf(B!.shape)];
      const rows = sizeOf(x!.shape) / inner;
      counters.flops += 2 * rows * rank * (inner + columns);
      const made = [gpu.make(y!.shape), gpu.make([rows, rank])];
      const sizes = { rows, inner, rank, columns, factor: floatBits(Number(factor)) };
      gpu.run(forward, [y!, x!, A!, B!, ...made], sizes, Math.ceil(rows / 16));
      return made;
    },
    {
      inputs: ["x", "A", "B", "w"],
      outputs: [false, true],
      of: (dy, saved, attributes) => {
        const [x, A, B, w, h] = saved as [Tensor, Tensor, Tensor, Tensor, Tensor];
        const { factor } = attributes as { factor: number };
        const dz = (dy as Tensor[])[0]!;
        const beside = { transposeW: false, biased: false };
        const [dh, dB] = run<Tensor[]>("GpuMatMulGradients", { x: h, w: B, dy: dz }, beside);
        const inputs = { x, A, dh: dh!, w, dz };
        const gradients = (frozen: boolean): Tensor[] =>
          run("GpuLowRankGradients", inputs, { factor, frozen });
        const together = fromFrozen.has(A.dataId) ? undefined : gradients(false);
        let asked = false;
        return {
          x: () => {
            asked = true;
            fromFrozen.delete(A.dataId);
            return (together ?? gradients(false))[1]!;
          },
          A: () => {
            if (!asked) fromFrozen.add(A.dataId);
            return (together ?? gradients(true))[0]!;
          },
          B: () => dB!,
          w: () => run("GpuMatMul", { x, w: dz }, { transposeX: true, transposeW: false }),
          bias: () => run("GpuSumRows", { x: dz }),
        };
      },
    },
  );
  defineKernel("GpuLowRankGradients", (gpu, { x, A, dh, w, dz }, { factor, frozen }) => {
    const [inner, rank, columns] = [lastOf(x!.shape), lastOf(A!.shape), lastOf(dz!.shape)];
    const rows = sizeOf(x!.shape) / inner;
    counters.flops += 2 * rows * inner * (frozen ? rank : 2 * rank + columns);
    const [dA, dx] = [gpu.make(A!.shape), gpu.make(frozen ? [1] : x!.shape)];
    const dxGroups = frozen ? 0 : groupsFor(tiles(rows, inner));
    const sizes = { rows, inner, rank, columns, factor: floatBits(Number(factor)), dxGroups };
    const groups = dxGroups + weightGroups(inner, rank);
    gpu.run(gradients, [x!, A!, dh!, w!, dz!, dx, dA], sizes, groups);
    return [dA, dx];
  });
}

/**
 * y + factor · x A B, where y is itself a product with x. Product and branch become one kernel, so that the two gradients
 * by x are one sum, computed at once. Undefined for another y.
 */
export function addLowRank(y: Tensor, x: Tensor, A: Tensor, B: Tensor, factor: number): Tensor | undefined {
  const product = productOf(y);
  if (product?.x !== x) return undefined;
  const { w, bias } = product;
  // The gradient goes to the inputs of y, not through y itself.
  const value = plainOps.detached(() => y.clone());
  return run<Tensor[]>("GpuAddLowRank", { y: value, x, A, B, w, ...(bias && { bias }) }, { factor })[0]!;
}
