/** The 97.5 % point of the standard normal distribution: 95 % of its mass is within this distance of 0. */
const reach = 1.959963984540054;

/** An interval of shares, 0 to 1. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % confidence interval of a share after `right` of `of` trials, by Wilson's score method (Wilson 1927, JASA 22;
 * recommended over the usual ± by Newcombe 1998, Statistics in Medicine 17, method 3). It is never outside 0 to 1 and is
 * good for few trials too. Without trials: 0 to 1.
 */
export function wilsonBand(right: number, of: number): Band {
  if (of <= 0) return { low: 0, high: 1 };
  const share = right / of;
  const weight = reach ** 2 / of;
  const middle = (share + weight / 2) / (1 + weight);
  const half = (reach * Math.sqrt((share * (1 - share)) / of + weight / (4 * of))) / (1 + weight);
  // At the ends the exact bound is 0 or 1, which rounding may miss.
  return { low: right <= 0 ? 0 : middle - half, high: right >= of ? 1 : middle + half };
}
