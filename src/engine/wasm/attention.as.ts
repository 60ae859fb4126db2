import { matMul, scale, transpose } from "./matrix.as";
import { expRow } from "./softmax.as";

/** (B, T, H·D) -> (B, H, T, D); with `merge` the other way round. */
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

/**
 * out (B·H, Q, D) = softmax(q kᵀ / √D, masked) v; probabilities (B·H, Q, K) are kept for the gradient.
 * causal: query i sees keys j <= i + K − Q. hidden (B, K): keys with a number other than 0 are not seen (0: no mask).
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
  const factor: f32 = <f32>1 / sqrt<f32>(<f32>D);
  for (let head = 0; head < B * H; head++) {
    const pq = q + ((<usize>(head * Q * D)) << 2),
      pk = k + ((<usize>(head * K * D)) << 2),
      pv = v + ((<usize>(head * K * D)) << 2);
    const p = probabilities + ((<usize>(head * Q * K)) << 2);
    transpose(pk, scratch, K, D);
    matMul(pq, D, 1, scratch, 0, p, Q, D, K);
    const mask = hidden ? hidden + ((<usize>((head / H) * K)) << 2) : 0;
    for (let i = 0; i < Q; i++) {
      const row = p + ((<usize>(i * K)) << 2);
      const seen = causal ? i + K - Q + 1 : K;
      for (let j = 0; j < seen; j++) {
        const at = row + ((<usize>j) << 2);
        store<f32>(at, mask && load<f32>(mask + ((<usize>j) << 2)) != 0 ? <f32>-1e9 : load<f32>(at) * factor);
      }
      const total = expRow(row, seen);
      scale(row, row, seen, 0, <f32>1 / total);
      for (let j = seen; j < K; j++) store<f32>(row + ((<usize>j) << 2), 0);
    }
    matMul(p, K, 1, pv, 0, out + ((<usize>(head * Q * D)) << 2), Q, K, D);
  }
}

/** Gradients of attention with respect to q, k and v. scratch: D · K + Q · K elements. */
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
  heads: i32,
  Q: i32,
  K: i32,
  D: i32,
): void {
  const factor: f32 = <f32>1 / sqrt<f32>(<f32>D);
  const scores = scratch + ((<usize>(D * K)) << 2);
  for (let head = 0; head < heads; head++) {
    const query = (<usize>(head * Q * D)) << 2,
      key = (<usize>(head * K * D)) << 2;
    const p = probabilities + ((<usize>(head * Q * K)) << 2);
    matMul(p, 1, K, dOut + query, 0, dv + key, K, Q, D);
    transpose(v + key, scratch, K, D);
    matMul(dOut + query, D, 1, scratch, 0, scores, Q, D, K);
    for (let i = 0; i < Q; i++) {
      const row = (<usize>(i * K)) << 2;
      let dot: f32 = 0;
      for (let j = 0; j < K; j++)
        dot += load<f32>(p + row + ((<usize>j) << 2)) * load<f32>(scores + row + ((<usize>j) << 2));
      for (let j = 0; j < K; j++) {
        const at = row + ((<usize>j) << 2);
        store<f32>(scores + at, load<f32>(p + at) * (load<f32>(scores + at) - dot) * factor);
      }
    }
    matMul(scores, K, 1, k + key, 0, dq + query, Q, K, D);
    matMul(scores, 1, K, q + query, 0, dk + key, K, Q, D);
  }
}
