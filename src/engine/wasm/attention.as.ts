import { scale, transposeWithin } from "./matrix.as";
import { matMulWithin } from "./products.as";
import { expRow, sum4 } from "./softmax.as";

/** (B, T, H·D) -> (B, H, T, D), or back with `merge`. */
export function splitHeads(x: usize, y: usize, B: i32, T: i32, H: i32, D: i32, merge: bool): void {
  const bytes = (<usize>D) << 2;
  for (let b = 0; b < B; b++)
    for (let t = 0; t < T; t++)
      for (let h = 0; h < H; h++) {
        const flat = <usize>((b * T + t) * H + h) * bytes,
          split = <usize>((b * H + h) * T + t) * bytes;
        if (merge) memory.copy(y + flat, x + split, bytes);
        else memory.copy(y + split, x + flat, bytes);
      }
}

/** Queries, or keys, that are processed together: what a causal mask hides from all of them is not computed. */
const band: i32 = 16;

/**
 * out (B, Q, H·D) = softmax(q kᵀ / √D, masked) v in each of H heads, with q (B, Q, H·D), k and v (B, K, H·D);
 * probabilities (B, H, Q, K) are kept for the gradient.
 * causal: query i sees keys j <= i + K − Q. hidden (B, K): keys with a value other than 0 are not seen (address 0: no mask).
 * scratch: D · K elements.
 */
export function attention(
  q: usize,
  k: usize,
  v: usize,
  hidden: usize,
  out: usize,
  probabilities: usize,
  scratch: usize,
  B: i32,
  H: i32,
  Q: i32,
  K: i32,
  D: i32,
  causal: bool,
): void {
  const factor: f32 = <f32>1 / sqrt<f32>(<f32>D), C = H * D;
  for (let head = 0; head < B * H; head++) {
    const query = headAt(head, H, Q, D),
      key = headAt(head, H, K, D);
    const p = probabilities + ((<usize>(head * Q * K)) << 2);
    transposeWithin(k + key, C, scratch, K, D);
    const mask = hidden ? hidden + ((<usize>((head / H) * K)) << 2) : 0;
    for (let first = 0; first < Q; first += band) {
      const rows = min(band, Q - first), most = seenBy(first + rows - 1, Q, K, causal);
      const at = query + ((<usize>(first * C)) << 2), chances = p + ((<usize>(first * K)) << 2);
      matMulWithin(q + at, C, 1, scratch, K, chances, K, rows, D, most);
      for (let i = 0; i < rows; i++) {
        const row = chances + ((<usize>(i * K)) << 2);
        const seen = causal ? first + i + K - Q + 1 : K;
        if (mask) hide(row, mask, seen);
        const total = expRow(row, seen, factor);
        scale(row, row, seen, 0, <f32>1 / total);
        memory.fill(row + ((<usize>seen) << 2), 0, (<usize>(K - seen)) << 2);
      }
      matMulWithin(chances, K, 1, v + key, C, out + at, C, rows, most, D);
    }
  }
}

/** How many keys query i sees, rounded up to 8, at most K. */
@inline
function seenBy(i: i32, Q: i32, K: i32, causal: bool): i32 {
  return causal ? min(K, (i + K - Q + 8) & ~7) : K;
}

/** Offset of a head's rows in (B, rows, H·D), in bytes. */
@inline
function headAt(head: i32, H: i32, rows: i32, D: i32): usize {
  return (<usize>((head / H) * rows * H * D + (head % H) * D)) << 2;
}

/** Writes a very low score where the mask is not 0. */
function hide(row: usize, mask: usize, n: i32): void {
  for (let j = 0; j < n; j++) {
    const at = (<usize>j) << 2;
    if (load<f32>(mask + at) != 0) store<f32>(row + at, <f32>-1e9);
  }
}

/** Gradients of attention with respect to q, k and v; causal as there. scratch: D · K + Q · K elements. */
export function attentionGradient(
  q: usize,
  k: usize,
  v: usize,
  probabilities: usize,
  dOut: usize,
  dq: usize,
  dk: usize,
  dv: usize,
  scratch: usize,
  B: i32,
  H: i32,
  Q: i32,
  K: i32,
  D: i32,
  causal: bool,
): void {
  const factor: f32 = <f32>1 / sqrt<f32>(<f32>D), C = H * D;
  const scores = scratch + ((<usize>(D * K)) << 2);
  for (let head = 0; head < B * H; head++) {
    const query = headAt(head, H, Q, D),
      key = headAt(head, H, K, D);
    const p = probabilities + ((<usize>(head * Q * K)) << 2);
    transposeWithin(v + key, C, scratch, K, D);
    for (let first = 0; first < Q; first += band) {
      const rows = min(band, Q - first), seen = seenBy(first + rows - 1, Q, K, causal);
      const at = query + ((<usize>(first * C)) << 2), part = (<usize>(first * K)) << 2;
      matMulWithin(dOut + at, C, 1, scratch, K, scores + part, K, rows, D, seen);
      for (let i = 0; i < rows; i++) {
        const row = part + ((<usize>(i * K)) << 2);
        softmaxRowGradient(p + row, scores + row, seen, factor);
        memory.fill(scores + row + ((<usize>seen) << 2), 0, (<usize>(K - seen)) << 2);
      }
      matMulWithin(scores + part, K, 1, k + key, C, dq + at, C, rows, seen, D);
    }
    for (let first = 0; first < K; first += band) {
      // The first query that sees a key of this band; earlier ones see none of it.
      const rows = min(band, K - first), from = causal ? max(0, (first - K + Q) & ~7) : 0;
      const at = key + ((<usize>(first * C)) << 2), part = (<usize>(from * K + first)) << 2, queries = query + ((<usize>(from * C)) << 2);
      matMulWithin(p + part, 1, K, dOut + queries, C, dv + at, C, rows, Q - from, D);
      matMulWithin(scores + part, 1, K, q + queries, C, dk + at, C, rows, Q - from, D);
    }
  }
}

/**
 * Replaces dp (n), the gradient by the probabilities p = softmax(factor · s), with that by s: p · (dp − Σ p · dp) ·
 * factor.
 */
function softmaxRowGradient(p: usize, dp: usize, n: i32, factor: f32): void {
  let sums = f32x4.splat(0), i = 0;
  for (; i + 4 <= n; i += 4) {
    const o = (<usize>i) << 2;
    sums = f32x4.add(sums, f32x4.mul(v128.load(p + o), v128.load(dp + o)));
  }
  let dot = sum4(sums);
  for (; i < n; i++) dot += load<f32>(p + ((<usize>i) << 2)) * load<f32>(dp + ((<usize>i) << 2));
  const dot4 = f32x4.splat(dot), factor4 = f32x4.splat(factor);
  for (i = 0; i + 4 <= n; i += 4) {
    const o = (<usize>i) << 2;
    const centred = f32x4.sub(v128.load(dp + o), dot4);
    v128.store(dp + o, f32x4.mul(f32x4.mul(v128.load(p + o), centred), factor4));
  }
  for (; i < n; i++) {
    const o = (<usize>i) << 2;
    store<f32>(dp + o, load<f32>(p + o) * (load<f32>(dp + o) - dot) * factor);
  }
}
