// Transposes, sums and scaling.

/** y (columns, rows) = xᵀ, x (rows, columns). */
export function transpose(x: usize, y: usize, rows: i32, columns: i32): void {
  transposeWithin(x, columns, y, rows, columns);
}

/**
 * As `transpose`, where the rows of x are `xRow` elements apart. Four by four, so that whole vectors are read and
 * written.
 */
export function transposeWithin(x: usize, xRow: i32, y: usize, rows: i32, columns: i32): void {
  const xBytes = <usize>xRow << 2, yBytes = <usize>rows << 2;
  let i = 0;
  for (; i + 4 <= rows; i += 4) {
    const from = x + <usize>i * xBytes, to = y + (<usize>i << 2);
    let j = 0;
    for (; j + 4 <= columns; j += 4) {
      const p = from + (<usize>j << 2), q = to + <usize>j * yBytes;
      const r0 = v128.load(p), r1 = v128.load(p + xBytes), r2 = v128.load(p + 2 * xBytes), r3 = v128.load(p + 3 * xBytes);
      const a = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), b = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const c = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), d = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      v128.store(q, v128.shuffle<f64>(a, c, 0, 2));
      v128.store(q + yBytes, v128.shuffle<f64>(a, c, 1, 3));
      v128.store(q + 2 * yBytes, v128.shuffle<f64>(b, d, 0, 2));
      v128.store(q + 3 * yBytes, v128.shuffle<f64>(b, d, 1, 3));
    }
    for (; j < columns; j++)
      for (let row: usize = 0; row < 4; row++) store<f32>(to + <usize>j * yBytes + (row << 2), load<f32>(from + row * xBytes + (<usize>j << 2)));
  }
  for (; i < rows; i++)
    for (let j = 0; j < columns; j++) store<f32>(y + <usize>j * yBytes + (<usize>i << 2), load<f32>(x + <usize>i * xBytes + (<usize>j << 2)));
}

/** y (columns) = sum over the rows of x (rows, columns): the gradient of a bias. */
export function sumRows(x: usize, y: usize, rows: i32, columns: i32): void {
  memory.fill(y, 0, <usize>columns << 2);
  for (let i = 0; i < rows; i++) addInPlace(y, x + (<usize>(i * columns) << 2), columns);
}

/** y += x, n elements. */
@inline
export function addInPlace(y: usize, x: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) v128.store(y + (<usize>i << 2), f32x4.add(v128.load(y + (<usize>i << 2)), v128.load(x + (<usize>i << 2))));
  for (; i < n; i++) store<f32>(y + (<usize>i << 2), load<f32>(y + (<usize>i << 2)) + load<f32>(x + (<usize>i << 2)));
}

/** z = x + y, n elements. */
export function add(x: usize, y: usize, z: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) v128.store(z + (<usize>i << 2), f32x4.add(v128.load(x + (<usize>i << 2)), v128.load(y + (<usize>i << 2))));
  for (; i < n; i++) store<f32>(z + (<usize>i << 2), load<f32>(x + (<usize>i << 2)) + load<f32>(y + (<usize>i << 2)));
}

/** y = factor · x, n elements; factor is read from memory where `factorAddress` is not 0. */
export function scale(x: usize, y: usize, n: i32, factorAddress: usize, factor: f32): void {
  const f = factorAddress ? load<f32>(factorAddress) : factor;
  const f4 = f32x4.splat(f);
  let i = 0;
  for (; i + 4 <= n; i += 4) v128.store(y + (<usize>i << 2), f32x4.mul(f4, v128.load(x + (<usize>i << 2))));
  for (; i < n; i++) store<f32>(y + (<usize>i << 2), f * load<f32>(x + (<usize>i << 2)));
}
