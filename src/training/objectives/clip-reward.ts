/** In standard deviations: no reward counts for more, so that one lucky answer does not outweigh all others. */
const mostDeviations = 3;

/** A standardised reward as a policy learns from it. */
export function clipReward(deviations: number): number {
  return Math.max(-mostDeviations, Math.min(mostDeviations, deviations));
}
