// The exponential, and a row of softmax.
import { multiplyAdd } from "./multiply-add.as";

/**
 * exp of four values, relative error below 3e-7: 2ⁿ times a polynomial on [-ln2/2, ln2/2] (Cephes coefficients). Below −75
 * it is 0: smaller results would become denormal later, and arithmetic on denormal numbers is a hundred times slower.
 */
@inline
export function exp4(x: v128): v128 {
  const lost = f32x4.lt(x, f32x4.splat(-75));
  x = f32x4.pmax(f32x4.pmin(x, f32x4.splat(75)), f32x4.splat(-75));
  // Adding 3 · 2²² rounds to an integer, which is then in the lowest bits: one instruction instead of ten.
  const shifted = multiplyAdd(x, f32x4.splat(1.44269504088896341), f32x4.splat(12582912));
  const n = f32x4.sub(shifted, f32x4.splat(12582912));
  let r = multiplyAdd(n, f32x4.splat(-0.693359375), x);
  r = multiplyAdd(n, f32x4.splat(2.12194440e-4), r);
  let p = f32x4.splat(1.9875691500e-4);
  p = multiplyAdd(p, r, f32x4.splat(1.3981999507e-3));
  p = multiplyAdd(p, r, f32x4.splat(8.3334519073e-3));
  p = multiplyAdd(p, r, f32x4.splat(4.1665795894e-2));
  p = multiplyAdd(p, r, f32x4.splat(1.6666665459e-1));
  p = multiplyAdd(p, r, f32x4.splat(5.0000001201e-1));
  const y = f32x4.add(multiplyAdd(f32x4.mul(p, r), r, r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(shifted, i32x4.splat(127)), 23);
  return v128.andnot(f32x4.mul(y, power), lost);
}

@inline
export function sum4(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}

/** The largest of n values. */
export function maxOf(x: usize, n: i32): f32 {
  let most = v128.load32_splat(x), i = 0;
  for (; i + 4 <= n; i += 4) most = f32x4.pmax(most, v128.load(x + (<usize>i << 2)));
  let max = load<f32>(x);
  for (; i < n; i++) max = larger(max, load<f32>(x + (<usize>i << 2)));
  max = larger(max, larger(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)));
  return larger(max, larger(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)));
}

@inline
function larger(a: f32, b: f32): f32 {
  return a < b ? b : a;
}

/** Replaces the row x (n) by exp(factor · (x − max)) and returns the sum; the caller divides. factor > 0. */
export function expRow(x: usize, n: i32, factor: f32): f32 {
  const max = maxOf(x, n);
  const max4 = f32x4.splat(max), factor4 = f32x4.splat(factor);
  let sums = f32x4.splat(0), total: f32 = 0, i = 0;
  for (; i + 4 <= n; i += 4) {
    const e = exp4(f32x4.mul(f32x4.sub(v128.load(x + (<usize>i << 2)), max4), factor4));
    v128.store(x + (<usize>i << 2), e);
    sums = f32x4.add(sums, e);
  }
  for (; i < n; i++) {
    const e = f32x4.extract_lane(exp4(f32x4.splat((load<f32>(x + (<usize>i << 2)) - max) * factor)), 0);
    store<f32>(x + (<usize>i << 2), e);
    total += e;
  }
  return total + sum4(sums);
}
