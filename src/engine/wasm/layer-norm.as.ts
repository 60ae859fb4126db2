import { sum4 } from "./softmax.as";

// Mean and 1/√(variance + 1e-5) of the row that `measure` read last. The gradient measures again: that is cheaper than
// storing them.
let mean: v128 = i32x4.splat(0);
let factor: v128 = i32x4.splat(0);

@inline
function measure(x: usize, n: i32): void {
  const inverse: f32 = <f32>1 / <f32>n;
  let sums = f32x4.splat(0);
  for (let i = 0; i < n; i += 4) sums = f32x4.add(sums, v128.load(x + (<usize>i << 2)));
  mean = f32x4.splat(sum4(sums) * inverse);
  let squares = f32x4.splat(0);
  for (let i = 0; i < n; i += 4) {
    const d = f32x4.sub(v128.load(x + (<usize>i << 2)), mean);
    squares = f32x4.add(squares, f32x4.mul(d, d));
  }
  factor = f32x4.splat(<f32>1 / sqrt<f32>(sum4(squares) * inverse + <f32>1e-5));
}

@inline
function normalAt(x: usize): v128 {
  return f32x4.mul(f32x4.sub(v128.load(x), mean), factor);
}

/** y = (x − mean) / √(variance + 1e-5) · gain + bias over rows of n, a multiple of 4. */
export function layerNorm(x: usize, gain: usize, bias: usize, y: usize, rows: i32, n: i32): void {
  for (let row = 0; row < rows; row++) {
    const at = <usize>(row * n) << 2;
    measure(x + at, n);
    for (let i = 0; i < n; i += 4) {
      const o = <usize>i << 2;
      v128.store(y + at + o, f32x4.add(f32x4.mul(normalAt(x + at + o), v128.load(gain + o)), v128.load(bias + o)));
    }
  }
}

/** dx of layerNorm: factor · (g − mean(g) − x̂ · mean(g · x̂)), g = dy · gain. */
export function layerNormGradient(x: usize, gain: usize, dy: usize, dx: usize, rows: i32, n: i32): void {
  const inverse: f32 = <f32>1 / <f32>n;
  for (let row = 0; row < rows; row++) {
    const at = <usize>(row * n) << 2;
    measure(x + at, n);
    let sumG = f32x4.splat(0), sumGX = f32x4.splat(0);
    for (let i = 0; i < n; i += 4) {
      const o = <usize>i << 2;
      const g = f32x4.mul(v128.load(dy + at + o), v128.load(gain + o));
      sumG = f32x4.add(sumG, g);
      sumGX = f32x4.add(sumGX, f32x4.mul(g, normalAt(x + at + o)));
    }
    const meanG = f32x4.splat(sum4(sumG) * inverse), meanGX = f32x4.splat(sum4(sumGX) * inverse);
    for (let i = 0; i < n; i += 4) {
      const o = <usize>i << 2;
      const g = f32x4.mul(v128.load(dy + at + o), v128.load(gain + o));
      v128.store(dx + at + o, f32x4.mul(factor, f32x4.sub(f32x4.sub(g, meanG), f32x4.mul(normalAt(x + at + o), meanGX))));
    }
  }
}

/** Gradient of layerNorm's gain: sum over rows of dy · x̂. */
export function layerNormGainGradient(x: usize, dy: usize, dGain: usize, rows: i32, n: i32): void {
  memory.fill(dGain, 0, <usize>n << 2);
  for (let row = 0; row < rows; row++) {
    const at = <usize>(row * n) << 2;
    measure(x + at, n);
    for (let i = 0; i < n; i += 4) {
      const o = <usize>i << 2;
      v128.store(dGain + o, f32x4.add(v128.load(dGain + o), f32x4.mul(v128.load(dy + at + o), normalAt(x + at + o))));
    }
  }
}
