// Products of matrices. See kernels.as.ts for how these files are compiled and called.
import { multiplyAdd } from "./multiply-add.as";

/**
 * Longest stretch of K summed at a time: a panel of 8 columns of b is then 8 KiB and stays in the first-level cache.
 */
const stretch: i32 = 256;
const panelBytes: usize = <usize>(8 * stretch) << 2;

/**
 * Rows of a that are multiplied with all columns before the next rows: together with b they stay in the second-level
 * cache.
 */
const block: i32 = 128;

/**
 * Memory for a panel of b (8 KiB) and a block of a (128 KiB), which are copied there where their rows are far apart: rows
 * at distances of a power of 2 share a few lines of the first-level cache and evict each other. 0: nothing is copied.
 */
let room: usize = 0;

export function roomBytes(): usize {
  return panelBytes + (<usize>(block * stretch) << 2);
}

/** Sets that memory: `roomBytes` bytes that nothing else writes to. */
export function setRoom(address: usize): void {
  room = address;
}

/** Elements that fit the first-level cache beside everything else that is read; below this size nothing is evicted. */
const close: i32 = 16384;

/**
 * c (M, N) = a (M, K) · b (K, N) + bias (N), bias 0: none. `aRow` and `aColumn` are the strides of a in
 * elements, so aᵀ is the same call with the strides swapped. b and c are dense rows of N.
 */
export function matMul(a: usize, aRow: i32, aColumn: i32, b: usize, bias: usize, c: usize, M: i32, K: i32, N: i32): void {
  longProduct(bias, 0, a, aRow, aColumn, b, N, c, N, M, K, N);
}

/** c (M, N) = a (M, K) · b (K, N), as in `matMul`, where the rows of b and c are `bRow` and `cRow` elements apart. */
export function matMulWithin(a: usize, aRow: i32, aColumn: i32, b: usize, bRow: i32, c: usize, cRow: i32, M: i32, K: i32, N: i32): void {
  longProduct(0, 0, a, aRow, aColumn, b, bRow, c, cRow, M, K, N);
}

/** c (M, N) = start (M, N) + a (M, K) · b (K, N), as in `matMul`. */
export function addMatMul(start: usize, a: usize, aRow: i32, aColumn: i32, b: usize, c: usize, M: i32, K: i32, N: i32): void {
  longProduct(start, N, a, aRow, aColumn, b, N, c, N, M, K, N);
}

/**
 * c = start + a · b: row i of start is `startRow` · i elements after the first, so that 0 repeats it; start 0: zeros.
 */
function longProduct(start: usize, startRow: i32, a: usize, aRow: i32, aColumn: i32, b: usize, bRow: i32, c: usize, cRow: i32, M: i32, K: i32, N: i32): void {
  for (let k = 0; k < K; k += stretch) {
    const from = <usize>k << 2, length = min(stretch, K - k);
    const begin = k ? c : start, beginRow = k ? cRow : startRow;
    const part = a + from * <usize>aColumn;
    for (let i = 0; i < M; i += block) {
      const row = <usize>i << 2, rows = min(block, M - i);
      const isFar = room != 0 && aRow == 1 && N >= 32 && length * aColumn >= close;
      if (isFar) copyTiles(part + row, aColumn, rows, length);
      product(
        begin ? begin + row * <usize>beginRow : 0, beginRow,
        part + row * <usize>aRow, aRow, aColumn, isFar,
        b + from * <usize>bRow, bRow,
        c + row * <usize>cRow, cRow,
        rows, length, N,
      );
    }
  }
}

/** Copies a block of aᵀ, tile by tile: 4 columns of a, row after row. */
function copyTiles(a: usize, aColumn: i32, M: i32, K: i32): void {
  let to = room + panelBytes;
  for (let i = 0; i + 4 <= M; i += 4) {
    let from = a + (<usize>i << 2);
    for (let k = 0; k < K; k++) {
      v128.store(to, v128.load(from));
      from += <usize>aColumn << 2; to += 16;
    }
  }
}

/** Copies 8 columns of b. */
function copyPanel(b: usize, bBytes: usize, K: i32): void {
  let to = room;
  for (let k = 0; k < K; k++) {
    v128.store(to, v128.load(b)); v128.store(to, v128.load(b, 16), 16);
    b += bBytes; to += 32;
  }
}

/** The four values that a sum starts with. */
@inline
function startAt(start: usize, offset: usize): v128 {
  return start ? v128.load(start + offset) : f32x4.splat(0);
}

/**
 * c = start + a · b, as in `longProduct`. Tiles of 4 × 8: their eight sums, with what is read for them, fit into the 16
 * registers of an x64 machine. Tiles of 4 × 16 do not, and run at two thirds of the speed.
 */
function product(start: usize, startRow: i32, a: usize, aRow: i32, aColumn: i32, inTiles: bool, b: usize, bRow: i32, c: usize, cRow: i32, M: i32, K: i32, N: i32): void {
  const startBytes = <usize>startRow << 2;
  const bBytes = <usize>bRow << 2;
  const cBytes = <usize>cRow << 2;
  const stepA = <usize>aColumn << 2;
  const rowA = <usize>aRow << 2;
  const inPanel = room != 0 && M >= 64 && K * bRow >= close;
  const stepB = inPanel ? 32 : bBytes;
  let j = 0;
  for (; j + 8 <= N; j += 8) {
    const left = <usize>j << 2;
    if (inPanel) copyPanel(b + left, bBytes, K);
    const pb = inPanel ? room : b + left;
    let i = 0;
    for (; i + 4 <= M; i += 4) {
      const from = start ? start + <usize>i * startBytes + left : 0, to = c + <usize>i * cBytes + left;
      // `copyTiles` has put each column of a tile of a in one piece.
      if (inTiles) tile(from, startBytes, room + panelBytes + (<usize>(i * K) << 2), 4, 16, pb, stepB, to, cBytes, K);
      else tile(from, startBytes, a + <usize>i * rowA, rowA, stepA, pb, stepB, to, cBytes, K);
    }
    for (; i < M; i++) {
      const from = start ? start + <usize>i * startBytes + left : 0;
      let c0 = startAt(from, 0), c1 = startAt(from, 16);
      let pa = a + <usize>i * rowA, p = pb;
      for (let k = 0; k < K; k++) {
        const v = v128.load32_splat(pa);
        c0 = multiplyAdd(v, v128.load(p), c0); c1 = multiplyAdd(v, v128.load(p, 16), c1);
        pa += stepA; p += stepB;
      }
      const to = c + <usize>i * cBytes + left;
      v128.store(to, c0); v128.store(to, c1, 16);
    }
  }
  for (; j + 4 <= N; j += 4) columns4(start, startBytes, a, rowA, stepA, b, bBytes, c, cBytes, M, K, j);
  for (; j < N; j++) column(start, startBytes, a, rowA, stepA, b, bBytes, c, cBytes, M, K, j);
}

/** A tile of the product. */
function tile(start: usize, startBytes: usize, a: usize, rowA: usize, stepA: usize, b: usize, stepB: usize, c: usize, cBytes: usize, K: i32): void {
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00;
  if (start) {
    c00 = v128.load(start); c01 = v128.load(start, 16);
    c10 = v128.load(start + startBytes); c11 = v128.load(start + startBytes, 16);
    c20 = v128.load(start + 2 * startBytes); c21 = v128.load(start + 2 * startBytes, 16);
    c30 = v128.load(start + 3 * startBytes); c31 = v128.load(start + 3 * startBytes, 16);
  }
  let p1 = a + rowA, p2 = p1 + rowA, p3 = p2 + rowA;
  for (let k = 0; k < K; k++) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    const a0 = v128.load32_splat(a), a1 = v128.load32_splat(p1), a2 = v128.load32_splat(p2), a3 = v128.load32_splat(p3);
    c00 = multiplyAdd(a0, b0, c00); c01 = multiplyAdd(a0, b1, c01);
    c10 = multiplyAdd(a1, b0, c10); c11 = multiplyAdd(a1, b1, c11);
    c20 = multiplyAdd(a2, b0, c20); c21 = multiplyAdd(a2, b1, c21);
    c30 = multiplyAdd(a3, b0, c30); c31 = multiplyAdd(a3, b1, c31);
    b += stepB; a += stepA; p1 += stepA; p2 += stepA; p3 += stepA;
  }
  v128.store(c, c00); v128.store(c, c01, 16);
  v128.store(c + cBytes, c10); v128.store(c + cBytes, c11, 16);
  v128.store(c + 2 * cBytes, c20); v128.store(c + 2 * cBytes, c21, 16);
  v128.store(c + 3 * cBytes, c30); v128.store(c + 3 * cBytes, c31, 16);
}

/** Four columns of the product, for the remainder of N after the tiles of 8. */
function columns4(start: usize, startBytes: usize, a: usize, rowA: usize, stepA: usize, b: usize, bBytes: usize, c: usize, cBytes: usize, M: i32, K: i32, j: i32): void {
  let i = 0;
  for (; i + 4 <= M; i += 4) {
    const o0 = <usize>i * startBytes + (<usize>j << 2), o1 = o0 + startBytes, o2 = o1 + startBytes, o3 = o2 + startBytes;
    let c0 = startAt(start, o0), c1 = startAt(start, o1), c2 = startAt(start, o2), c3 = startAt(start, o3);
    let p0 = a + <usize>i * rowA, p1 = p0 + rowA, p2 = p1 + rowA, p3 = p2 + rowA;
    let pb = b + (<usize>j << 2);
    for (let k = 0; k < K; k++) {
      const v = v128.load(pb);
      c0 = multiplyAdd(v128.load32_splat(p0), v, c0); c1 = multiplyAdd(v128.load32_splat(p1), v, c1);
      c2 = multiplyAdd(v128.load32_splat(p2), v, c2); c3 = multiplyAdd(v128.load32_splat(p3), v, c3);
      pb += bBytes; p0 += stepA; p1 += stepA; p2 += stepA; p3 += stepA;
    }
    const q0 = c + <usize>i * cBytes + (<usize>j << 2), q1 = q0 + cBytes, q2 = q1 + cBytes, q3 = q2 + cBytes;
    v128.store(q0, c0); v128.store(q1, c1); v128.store(q2, c2); v128.store(q3, c3);
  }
  for (; i < M; i++) {
    let sum = startAt(start, <usize>i * startBytes + (<usize>j << 2));
    let pa = a + <usize>i * rowA, pb = b + (<usize>j << 2);
    for (let k = 0; k < K; k++) {
      sum = multiplyAdd(v128.load32_splat(pa), v128.load(pb), sum);
      pa += stepA; pb += bBytes;
    }
    v128.store(c + <usize>i * cBytes + (<usize>j << 2), sum);
  }
}

function column(start: usize, startBytes: usize, a: usize, rowA: usize, stepA: usize, b: usize, bBytes: usize, c: usize, cBytes: usize, M: i32, K: i32, j: i32): void {
  for (let i = 0; i < M; i++) {
    let sum: f32 = start ? load<f32>(start + <usize>i * startBytes + (<usize>j << 2)) : 0;
    let pa = a + <usize>i * rowA, pb = b + (<usize>j << 2);
    for (let k = 0; k < K; k++) {
      sum += load<f32>(pa) * load<f32>(pb);
      pa += stepA; pb += bBytes;
    }
    store<f32>(c + <usize>i * cBytes + (<usize>j << 2), sum);
  }
}
