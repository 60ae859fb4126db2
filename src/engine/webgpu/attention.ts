import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { lastOf } from "../../lib/shape";
import { counters } from "../counters";
import type { AttentionMask } from "../ops";
import { run } from "../run-kernel";
import { defineKernel } from "./define";
import { groupsFor, type Program } from "./gpu";

/** At most this many queries in one head: the gradient keeps a value for each in the memory of a workgroup. */
export const mostQueries = 1024;

/** WGSL: offset of head `head` (of all heads of all examples) in row i of q (B, Q, H·D), or of k and v (B, K, H·D). */
const rowAt = (depth: number): string => `
fn rowAt(head: u32, length: u32, i: u32) -> u32 {
  return ((head / sizes.heads * length + i) * sizes.heads + head % sizes.heads) * ${depth}u;
}
fn queryAt(head: u32, i: u32) -> u32 { return rowAt(head, sizes.queries, i); }
fn keyAt(head: u32, j: u32) -> u32 { return rowAt(head, sizes.keys, j); }`;

/** WGSL: a line for every element of a row. Unrolled, so that a row stays in registers; an array would not. */
const each = (depth: number, line: (d: number) => string): string =>
  Array.from({ length: depth }, (_, d) => line(d)).join(" ");

/** A thread for each query of each head. */
const forward = (depth: number, hidden: boolean): Program => ({
  name: `attention ${depth} ${hidden}`,
  reads: { q: "f32", k: "f32", v: "f32", ...(hidden && { hidden: "f32" }) },
  writes: ["out", "probabilities"],
  sizes: ["count", "heads", "queries", "keys", "causal"],
  body: `${rowAt(depth)}
fn run(group: u32, local: u32) {
  let index = group * 64u + local;
  if (index >= sizes.count) { return; }
  let head = index / sizes.queries;
  let i = index % sizes.queries;
  let at = queryAt(head, i);
  let row = index * sizes.keys;
  let seen = select(sizes.keys, i + sizes.keys + 1u - sizes.queries, sizes.causal == 1u);
  var largest = -3.4e38f;
  for (var j = 0u; j < seen; j++) {
    let key = keyAt(head, j);
    var score = 0f;
    ${each(depth, (d) => `score += q[at + ${d}u] * k[key + ${d}u];`)}
    score *= ${1 / Math.sqrt(depth)}f;
    ${hidden ? "if (hidden[head / sizes.heads * sizes.keys + j] != 0f) { score = -1e9f; }" : ""}
    probabilities[row + j] = score;
    largest = max(largest, score);
  }
  var total = 0f;
  ${each(depth, (d) => `var sum${d} = 0f;`)}
  for (var j = 0u; j < seen; j++) {
    let chance = exp(probabilities[row + j] - largest);
    probabilities[row + j] = chance;
    total += chance;
    let value = keyAt(head, j);
    ${each(depth, (d) => `sum${d} += chance * v[value + ${d}u];`)}
  }
  ${each(depth, (d) => `out[at + ${d}u] = sum${d} / total;`)}
  for (var j = 0u; j < sizes.keys; j++) { probabilities[row + j] = select(0f, probabilities[row + j] / total, j < seen); }
}`,
});

/**
 * A workgroup for each head: its threads first compute dq for the queries (with Σ p · dp of every row in shared memory),
 * then dk and dv for the keys. The products dO · v are computed twice, not stored: eight buffers are bound already.
 */
const gradient = (depth: number): Program => ({
  name: `attention gradient ${depth}`,
  reads: { q: "f32", k: "f32", v: "f32", probabilities: "f32", dOut: "f32" },
  writes: ["dq", "dk", "dv"],
  sizes: ["heads", "queries", "keys"],
  body: `${rowAt(depth)}
var<workgroup> along: array<f32, ${mostQueries}>;
fn pull(at: u32, key: u32) -> f32 {
  var sum = 0f;
  ${each(depth, (d) => `sum += dOut[at + ${d}u] * v[key + ${d}u];`)}
  return sum;
}
fn run(head: u32, local: u32) {
  let scale = ${1 / Math.sqrt(depth)}f;
  for (var i = local; i < sizes.queries; i += 64u) {
    let at = queryAt(head, i);
    let row = (head * sizes.queries + i) * sizes.keys;
    var sum = 0f;
    for (var j = 0u; j < sizes.keys; j++) {
      let chance = probabilities[row + j];
      if (chance != 0f) { sum += chance * pull(at, keyAt(head, j)); }
    }
    along[i] = sum;
    ${each(depth, (d) => `var own${d} = 0f;`)}
    for (var j = 0u; j < sizes.keys; j++) {
      let chance = probabilities[row + j];
      if (chance == 0f) { continue; }
      let key = keyAt(head, j);
      let ds = chance * (pull(at, key) - sum) * scale;
      ${each(depth, (d) => `own${d} += ds * k[key + ${d}u];`)}
    }
    ${each(depth, (d) => `dq[at + ${d}u] = own${d};`)}
  }
  workgroupBarrier();
  for (var j = local; j < sizes.keys; j += 64u) {
    let key = keyAt(head, j);
    ${each(depth, (d) => `var ownKey${d} = 0f; var ownValue${d} = 0f;`)}
    for (var i = 0u; i < sizes.queries; i++) {
      let chance = probabilities[(head * sizes.queries + i) * sizes.keys + j];
      if (chance == 0f) { continue; }
      let at = queryAt(head, i);
      let ds = chance * (pull(at, key) - along[i]) * scale;
      ${each(depth, (d) => `ownKey${d} += ds * q[at + ${d}u]; ownValue${d} += chance * dOut[at + ${d}u];`)}
    }
    ${each(depth, (d) => `dk[key + ${d}u] = ownKey${d}; dv[key + ${d}u] = ownValue${d};`)}
  }
}`,
});

/** Registers attention and its gradient. */
export function defineAttention(): void {
  defineKernel(
    "GpuAttention",
    (gpu, { q, k, v, keyPadding }, { causal, heads: number }) => {
      const [batch, keys, width] = k!.shape as [number, number, number];
      const [queries, heads] = [q!.shape[1]!, Number(number)];
      const depth = width / heads;
      const [out, probabilities] = [gpu.make(q!.shape), gpu.make([batch, heads, queries, keys])];
      const count = batch * heads * queries;
      counters.flops += 4 * count * keys * depth;
      gpu.run(
        forward(depth, keyPadding !== undefined),
        [q!, k!, v!, ...(keyPadding ? [keyPadding] : []), out, probabilities],
        { count, heads, queries, keys, causal: Number(causal) },
        groupsFor(count),
      );
      return [out, probabilities];
    },
    {
      inputs: ["q", "k", "v"],
      outputs: [false, true],
      of: (dy, saved) => {
        const [q, k, v, probabilities] = saved as [Tensor, Tensor, Tensor, Tensor];
        const inputs = { q, k, v, probabilities, dOut: (dy as Tensor[])[0]! };
        const [dq, dk, dv] = run<Tensor[]>("GpuAttentionGradient", inputs);
        return { q: () => dq!, k: () => dk!, v: () => dv! };
      },
    },
  );
  defineKernel("GpuAttentionGradient", (gpu, { q, k, v, probabilities, dOut }) => {
    const [batch, heads, , keys] = probabilities!.shape as [number, number, number, number];
    const depth = lastOf(k!.shape) / heads;
    // The products dO · v count once: computing them twice is a choice of this kernel.
    counters.flops += 8 * batch * heads * q!.shape[1]! * keys * depth;
    const made = [gpu.make(q!.shape), gpu.make(k!.shape), gpu.make(v!.shape)];
    const sizes = { heads, queries: q!.shape[1]!, keys };
    gpu.run(gradient(depth), [q!, k!, v!, probabilities!, dOut!, ...made], sizes, batch * heads);
    return made;
  });
}

/** Attention as in Ops, for at most `mostQueries` queries. */
export function attention(
  q: Tensor3D,
  k: Tensor3D,
  v: Tensor3D,
  heads: number,
  { causal, keyPadding }: AttentionMask,
): Tensor3D {
  const inputs = { q, k, v, ...(keyPadding && { keyPadding }) };
  return run<Tensor3D[]>("GpuAttention", inputs as Record<string, Tensor>, { causal, heads })[0]!;
}
