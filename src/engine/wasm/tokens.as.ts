// Kernels for whole tokens and positions: embedding, gathering, prepending, slicing, pooling.
import { add, addInPlace, scale } from "./matrix.as";

/** out (B·T, C) = token[ids] + position[t]. */
export function embed(token: usize, position: usize, ids: usize, out: usize, rows: i32, T: i32, C: i32, offset: i32): void {
  for (let row = 0; row < rows; row++) {
    const id = load<i32>(ids + (<usize>row << 2));
    add(token + (<usize>(id * C) << 2), position + (<usize>((row % T + offset) * C) << 2), out + (<usize>(row * C) << 2), C);
  }
}

/** out (count, C) = the rows of x (…, C) named by `rows`; embedGradient is its gradient. */
export function gather(rows: usize, x: usize, out: usize, count: i32, C: i32): void {
  const bytes = <usize>C << 2;
  for (let i = 0; i < count; i++) memory.copy(out + <usize>i * bytes, x + <usize>load<i32>(rows + (<usize>i << 2)) * bytes, bytes);
}

/**
 * Adds every row of dy (rows, C) to the row of dWeight it came from; ids 0: by position t + offset. dWeight is cleared
 * first.
 */
export function embedGradient(ids: usize, dy: usize, dWeight: usize, rows: i32, T: i32, C: i32, weightRows: i32, offset: i32): void {
  memory.fill(dWeight, 0, <usize>(weightRows * C) << 2);
  for (let row = 0; row < rows; row++) {
    const id = ids ? load<i32>(ids + (<usize>row << 2)) : row % T + offset;
    addInPlace(dWeight + (<usize>(id * C) << 2), dy + (<usize>(row * C) << 2), C);
  }
}

/** y (B, P + T, C): the same rows (P, C) in front of every sequence of x (B, T, C). front = P · C, rest = T · C. */
export function prepend(rows: usize, x: usize, y: usize, B: i32, front: i32, rest: i32): void {
  const first = <usize>front << 2, then = <usize>rest << 2;
  for (let b = 0; b < B; b++) {
    memory.copy(y, rows, first);
    memory.copy(y + first, x, then);
    x += then; y += first + then;
  }
}

/** The gradient of prepend by the rows: the sum over the sequences. The gradient by x is takePart. */
export function prependGradient(dy: usize, dRows: usize, B: i32, front: i32, rest: i32): void {
  memory.fill(dRows, 0, <usize>front << 2);
  for (let b = 0; b < B; b++) addInPlace(dRows, dy + (<usize>(b * (front + rest)) << 2), front);
}

/** y (B, part) = `part` elements of every row of x (B, whole), from element `offset` on. */
export function takePart(x: usize, y: usize, B: i32, whole: i32, part: i32, offset: i32): void {
  for (let b = 0; b < B; b++) memory.copy(y + (<usize>(b * part) << 2), x + (<usize>(b * whole + offset) << 2), <usize>part << 2);
}

/** The gradient of takePart: dx (B, whole) is dy (B, part) from element `offset` on, 0 elsewhere. */
export function takePartGradient(dy: usize, dx: usize, B: i32, whole: i32, part: i32, offset: i32): void {
  memory.fill(dx, 0, <usize>(B * whole) << 2);
  for (let b = 0; b < B; b++) memory.copy(dx + (<usize>(b * whole + offset) << 2), dy + (<usize>(b * part) << 2), <usize>part << 2);
}

/** hidden (B, front + T) = 1 where a token of ids (B, T) is padding, id 0, and 0 elsewhere and in front. */
export function padding(ids: usize, hidden: usize, B: i32, T: i32, front: i32): void {
  for (let b = 0; b < B; b++) {
    memory.fill(hidden, 0, <usize>front << 2);
    hidden += <usize>front << 2;
    for (let t = 0; t < T; t++) {
      store<f32>(hidden, load<i32>(ids) == 0 ? 1 : 0);
      hidden += 4; ids += 4;
    }
  }
}

/**
 * y (B, C) = the mean of x (B, T, C) over the positions whose token (B, T) is not padding (id 0); 0 where all are
 * padding.
 */
export function meanOverTokens(x: usize, ids: usize, y: usize, B: i32, T: i32, C: i32): void {
  const bytes = <usize>C << 2;
  for (let b = 0; b < B; b++) {
    memory.fill(y, 0, bytes);
    for (let t = 0; t < T; t++) if (load<i32>(ids + (<usize>t << 2)) != 0) addInPlace(y, x + <usize>t * bytes, C);
    scale(y, y, C, 0, shareOf(ids, T));
    x += <usize>T * bytes; y += bytes; ids += <usize>T << 2;
  }
}

/** The gradient of meanOverTokens: dy (B, C) / number of tokens at every token, 0 at padding. */
export function meanOverTokensGradient(ids: usize, dy: usize, dx: usize, B: i32, T: i32, C: i32): void {
  const bytes = <usize>C << 2;
  for (let b = 0; b < B; b++) {
    const share = shareOf(ids, T);
    for (let t = 0; t < T; t++) {
      if (load<i32>(ids + (<usize>t << 2)) != 0) scale(dy, dx, C, 0, share);
      else memory.fill(dx, 0, bytes);
      dx += bytes;
    }
    dy += bytes; ids += <usize>T << 2;
  }
}

/** 1 / the number of ids that are not padding. */
function shareOf(ids: usize, T: i32): f32 {
  let count = 0;
  for (let t = 0; t < T; t++) count += i32(load<i32>(ids + (<usize>t << 2)) != 0);
  return <f32>1 / <f32>max(count, 1);
}
