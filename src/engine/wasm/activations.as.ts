// Elementwise functions: GELU and ReLU, with their gradients.
import { multiplyAdd } from "./multiply-add.as";
import { exp4 } from "./softmax.as";

/** s = sigmoid(2u), u = √(2/π)·(x + 0.044715 x³): GELU (tanh form) is x · s. */
@inline
function geluGate(x: v128): v128 {
  const cube = f32x4.mul(f32x4.mul(x, x), x);
  const u = multiplyAdd(x, f32x4.splat(-1.5957691216057308), f32x4.mul(cube, f32x4.splat(-0.07135481627159)));
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), exp4(u)));
}

@inline
function geluSlope(x: v128): v128 {
  const s = geluGate(x);
  const slope = multiplyAdd(f32x4.mul(x, x), f32x4.splat(0.21406444881477), f32x4.splat(1.5957691216057308));
  return multiplyAdd(f32x4.mul(x, slope), f32x4.mul(s, f32x4.sub(f32x4.splat(1), s)), s);
}

/** y = gelu(x), n elements. */
export function gelu(x: usize, y: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const v = v128.load(x + (<usize>i << 2));
    v128.store(y + (<usize>i << 2), f32x4.mul(v, geluGate(v)));
  }
  for (; i < n; i++) {
    const v = load<f32>(x + (<usize>i << 2));
    store<f32>(y + (<usize>i << 2), v * f32x4.extract_lane(geluGate(f32x4.splat(v)), 0));
  }
}

/** dx = dy · gelu'(x), gelu' = s + x · s · (1 − s) · 2u'. */
export function geluGradient(x: usize, dy: usize, dx: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const o = <usize>i << 2;
    v128.store(dx + o, f32x4.mul(v128.load(dy + o), geluSlope(v128.load(x + o))));
  }
  for (; i < n; i++) {
    const o = <usize>i << 2;
    store<f32>(dx + o, load<f32>(dy + o) * f32x4.extract_lane(geluSlope(v128.load32_splat(x + o)), 0));
  }
}

/** y = x where x > 0, else 0; n elements. */
export function relu(x: usize, y: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const o = <usize>i << 2;
    store<f32>(y + o, max<f32>(load<f32>(x + o), 0));
  }
}

/** dx = dy where x > 0, else 0; n elements. */
export function reluGradient(x: usize, dy: usize, dx: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const o = <usize>i << 2;
    store<f32>(dx + o, load<f32>(x + o) > 0 ? load<f32>(dy + o) : 0);
  }
}
