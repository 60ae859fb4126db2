// What objectives are made of: log-probabilities of tokens, log-sigmoids, weighted means, and cross-entropy in one
// piece.
import { scale } from "./matrix.as";
import { exp4, expRow, maxOf } from "./softmax.as";

// AssemblyScript's own logarithm brings a table, and static data would land in memory that is not ours.
@external("env", "log")
declare function log(x: f64): f64;

@inline
function exp(x: f32): f32 {
  return f32x4.extract_lane(exp4(f32x4.splat(x)), 0);
}

/** loss (1) = Σ weight · cross-entropy / normaliser over the rows of logits (rows, V). scratch: V. */
export function crossEntropy(logits: usize, targets: usize, weights: usize, normaliser: usize, loss: usize, scratch: usize, rows: i32, V: i32): void {
  const share = <f32>1 / load<f32>(normaliser);
  let sum: f64 = 0;
  for (let row = 0; row < rows; row++) {
    const at = <usize>row << 2;
    const weight = load<f32>(weights + at);
    if (weight == 0) continue;
    memory.copy(scratch, logits + at * <usize>V, <usize>V << 2);
    const total = expRow(scratch, V, 1);
    // The floor only keeps the logarithm finite; it is far below any probability that a row's float32 softmax can hold.
    sum -= <f64>weight * log(max<f64>(<f64>load<f32>(scratch + (<usize>load<i32>(targets + at) << 2)) / <f64>total, 1e-37));
  }
  store<f32>(loss, <f32>(sum * <f64>share));
}

/** dLogits (rows, V) = (softmax − one-hot) · weight · dLoss / normaliser. */
export function crossEntropyGradient(logits: usize, targets: usize, weights: usize, normaliser: usize, dLoss: usize, dLogits: usize, rows: i32, V: i32): void {
  const share = <f32>1 / load<f32>(normaliser) * load<f32>(dLoss);
  for (let row = 0; row < rows; row++) {
    const at = <usize>row << 2;
    softmaxMinusOneHot(logits + at * <usize>V, load<i32>(targets + at), share * load<f32>(weights + at), dLogits + at * <usize>V, V);
  }
}

/** out (rows) = log softmax(logits (rows, V)) at the targets (rows). scratch: V. */
export function tokenLogProbs(logits: usize, targets: usize, out: usize, scratch: usize, rows: i32, V: i32): void {
  for (let row = 0; row < rows; row++) {
    const at = <usize>row << 2, from = logits + at * <usize>V;
    memory.copy(scratch, from, <usize>V << 2);
    const max = maxOf(from, V);
    const logTotal = log(<f64>expRow(scratch, V, 1));
    store<f32>(out + at, <f32>(<f64>(load<f32>(from + (<usize>load<i32>(targets + at) << 2)) - max) - logTotal));
  }
}

/** dLogits (rows, V) = (one-hot − softmax) · dy (rows). */
export function tokenLogProbsGradient(logits: usize, targets: usize, dy: usize, dLogits: usize, rows: i32, V: i32): void {
  for (let row = 0; row < rows; row++) {
    const at = <usize>row << 2;
    softmaxMinusOneHot(logits + at * <usize>V, load<i32>(targets + at), -load<f32>(dy + at), dLogits + at * <usize>V, V);
  }
}

/** gradient (V) = factor · (softmax(logits) − one-hot(target)). */
function softmaxMinusOneHot(logits: usize, target: i32, factor: f32, gradient: usize, V: i32): void {
  if (factor == 0) {
    memory.fill(gradient, 0, <usize>V << 2);
    return;
  }
  memory.copy(gradient, logits, <usize>V << 2);
  scale(gradient, gradient, V, 0, factor / expRow(gradient, V, 1));
  const chosen = gradient + (<usize>target << 2);
  store<f32>(chosen, load<f32>(chosen) - factor);
}

/** y = log σ(x) = min(x, 0) − log(1 + exp(−|x|)), n elements. */
export function logSigmoid(x: usize, y: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const o = <usize>i << 2;
    const v = load<f32>(x + o);
    store<f32>(y + o, <f32>(<f64>min<f32>(v, 0) - log(1 + <f64>exp(-abs<f32>(v)))));
  }
}

/** dx = dy · σ(−x), n elements. */
export function logSigmoidGradient(x: usize, dy: usize, dx: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const o = <usize>i << 2;
    store<f32>(dx + o, load<f32>(dy + o) / (1 + exp(load<f32>(x + o))));
  }
}

/** mean (1) = Σ weight · x / normaliser, n elements. */
export function weightedMean(x: usize, weights: usize, normaliser: usize, mean: usize, n: i32): void {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) sum += <f64>load<f32>(x + (<usize>i << 2)) * <f64>load<f32>(weights + (<usize>i << 2));
  store<f32>(mean, <f32>(sum / <f64>load<f32>(normaliser)));
}

/** dx = weight · dMean / normaliser, n elements. */
export function weightedMeanGradient(weights: usize, normaliser: usize, dMean: usize, dx: usize, n: i32): void {
  scale(weights, dx, n, 0, load<f32>(dMean) / load<f32>(normaliser));
}
