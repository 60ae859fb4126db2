/** Share of the peak learning rate at a step: linear warm-up over 5 % of the steps, then cosine down to 5 %. */
export function scheduleAt(step: number, steps: number): number {
  const warmUp = Math.min(1, (step + 1) / Math.max(1, 0.05 * steps));
  const progress = Math.min(1, step / steps);
  return warmUp * (0.05 + 0.95 * 0.5 * (1 + Math.cos(Math.PI * progress)));
}
