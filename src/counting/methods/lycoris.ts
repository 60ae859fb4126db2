import type { CountingOptions } from "../options";
import { alpha } from "../without-effect";
import { pair, rank, rankOf, rankPattern } from "./low-rank";
import { matrixMethod } from "./matrix-method";

const options = {
  ...rank(8),
  ...rankPattern,
  /** A convolution's kernel as a third factor, where the kernel is larger than 1 × 1. */
  use_effective_conv2d: { kind: "switch", default: false },
} as const satisfies CountingOptions;

/** LoHa: the product, entry by entry, of two low-rank changes. */
export const loha = matrixMethod({
  id: "loha",
  withoutEffect: alpha,
  on: ["linear", "convolution"],
  options,
  each: (matrix, { r, rank_pattern, use_effective_conv2d }) => {
    const own = rankOf(matrix, r, rank_pattern);
    const { inputs, outputs, kernel = 1 } = matrix;
    if (!use_effective_conv2d || kernel === 1) return 2 * pair(matrix, own);
    return 2 * own * (own * kernel + inputs / kernel + outputs);
  },
});

/** LoKr: a Kronecker product of a small matrix and a large one, the large one of rank r where that is smaller. */
export const lokr = matrixMethod({
  id: "lokr",
  withoutEffect: alpha,
  on: ["linear", "convolution"],
  options: {
    ...options,
    decompose_both: { kind: "switch", default: false },
    decompose_factor: { kind: "integer", default: -1, min: -1, aliases: ["factor"] },
  },
  each: (matrix, { r, rank_pattern, decompose_both, decompose_factor, use_effective_conv2d }) => {
    const own = rankOf(matrix, r, rank_pattern);
    const { inputs, outputs, kernel = 1 } = matrix;
    const [outSmall, outLarge] = twoFactors(outputs, decompose_factor);
    const [inSmall, inLarge] = twoFactors(inputs / kernel, decompose_factor);
    const splitsSmall = decompose_both && own < Math.max(outSmall, inSmall) / 2;
    const small = splitsSmall ? own * (outSmall + inSmall) : outSmall * inSmall;
    if (own >= Math.max(outLarge, inLarge) / 2) return small + outLarge * inLarge * kernel;
    const isEffective = use_effective_conv2d && kernel > 1;
    return small + own * (isEffective ? own * kernel + outLarge + inLarge : outLarge + inLarge * kernel);
  },
});
/** Two factors of a width, the smaller first: `factor` and the rest, or else as near to a square as can be. */
function twoFactors(width: number, factor: number): readonly [number, number] {
  if (factor > 0 && width % factor === 0) return [factor, width / factor];
  const most = factor === -1 ? width : factor;
  let [small, large] = [1, width];
  for (let next = 2; next <= most && next * next <= width; next++) {
    if (width % next === 0) [small, large] = [next, width / next];
  }
  return [small, large];
}
