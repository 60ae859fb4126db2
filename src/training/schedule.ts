/** Share of the peak learning rate at a step: linear warm-up over 5 % of the steps, then cosine down to 5 %. */
export function scheduleAt(step: number, steps: number): number {
  const warmUp = Math.min(1, (step + 1) / Math.max(1, 0.05 * steps));
  const progress = Math.min(1, step / steps);
  return warmUp * (0.05 + 0.95 * 0.5 * (1 + Math.cos(Math.PI * progress)));
}

/**
 * Steps after which the lanes are evaluated: every fifth step, in long races forty times; more often would take more time
 * than the training itself. Every eighth evaluation and the last one are in detail. So are the first and the fourth: most
 * happens at the beginning, and if steps are slow, the eighth comes late.
 */
export function evaluationSteps(steps: number): ReadonlyMap<number, "short" | "detailed"> {
  const every = Math.max(1, Math.min(5, Math.round(steps / 10)), Math.round(steps / 40));
  const due = new Map<number, "short" | "detailed">();
  for (let step = every, time = 1; step < steps; step += every, time++)
    due.set(step, time === 1 || time === 4 || time % 8 === 0 ? "detailed" : "short");
  return due.set(steps, "detailed");
}
