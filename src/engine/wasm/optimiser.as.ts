// The optimiser: the norm of the gradient, and a step of AdamW.

/** Sum of squares of n elements, in doubles. Four independent sums, so that no addition waits for the one before. */
export function sumSquares(x: usize, n: i32): f64 {
  let low = f64x2.splat(0), high = f64x2.splat(0), i = 0;
  for (; i + 4 <= n; i += 4) {
    const v = v128.load(x + (<usize>i << 2));
    const a = f64x2.promote_low_f32x4(v), b = f64x2.promote_low_f32x4(v128.shuffle<i64>(v, v, 1, 0));
    low = f64x2.add(low, f64x2.mul(a, a));
    high = f64x2.add(high, f64x2.mul(b, b));
  }
  const sums = f64x2.add(low, high);
  let total = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; i < n; i++) {
    const v = load<f32>(x + (<usize>i << 2));
    total += <f64>v * <f64>v;
  }
  return total;
}

/** One AdamW step in place over n elements: gradient g is scaled by `clip` first; c1 and c2 are 1 − βᵗ. */
export function adamW(p: usize, g: usize, m: usize, v: usize, n: i32, rate: f32, b1: f32, b2: f32, epsilon: f32, decay: f32, clip: f32, c1: f32, c2: f32): void {
  const rate1 = f32x4.splat(rate / c1), root = f32x4.splat(<f32>1 / c2), keep = f32x4.splat(<f32>1 - rate * decay);
  const beta1 = f32x4.splat(b1), beta2 = f32x4.splat(b2), rest1 = f32x4.splat(<f32>1 - b1), rest2 = f32x4.splat(<f32>1 - b2);
  const clip4 = f32x4.splat(clip), epsilon4 = f32x4.splat(epsilon);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const o = <usize>i << 2;
    const grad = f32x4.mul(v128.load(g + o), clip4);
    const first = f32x4.add(f32x4.mul(beta1, v128.load(m + o)), f32x4.mul(rest1, grad));
    const second = f32x4.add(f32x4.mul(beta2, v128.load(v + o)), f32x4.mul(rest2, f32x4.mul(grad, grad)));
    v128.store(m + o, first);
    v128.store(v + o, second);
    const step = f32x4.div(f32x4.mul(rate1, first), f32x4.add(f32x4.sqrt(f32x4.mul(second, root)), epsilon4));
    v128.store(p + o, f32x4.sub(f32x4.mul(keep, v128.load(p + o)), step));
  }
  for (; i < n; i++) {
    const o = <usize>i << 2;
    const grad = load<f32>(g + o) * clip;
    const first = b1 * load<f32>(m + o) + (<f32>1 - b1) * grad;
    const second = b2 * load<f32>(v + o) + (<f32>1 - b2) * grad * grad;
    store<f32>(m + o, first);
    store<f32>(v + o, second);
    store<f32>(p + o, load<f32>(p + o) * (<f32>1 - rate * decay) - rate / c1 * first / (sqrt<f32>(second / c2) + epsilon));
  }
}
