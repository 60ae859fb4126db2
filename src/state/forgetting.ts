import { mean } from "../lib/mean";
import type { ProbeResult } from "../worker/api";

/** How forgetting is told: share of right answers, or nats a token. */
export type ForgettingMeasure = "exact" | "loss";

/** Means over the probes of what was lost since `before`: above zero is lost in both measures. null where there are no probes. */
export function lostSince(
  before: readonly ProbeResult[],
  now: readonly ProbeResult[],
): Readonly<Record<ForgettingMeasure, number>> | null {
  const pairs = before.flatMap((probe) => {
    const same = now.find(({ id }) => id === probe.id);
    return same ? [{ exact: probe.exact - same.exact, loss: same.loss - probe.loss }] : [];
  });
  if (pairs.length === 0) return null;
  return { exact: mean(pairs.map(({ exact }) => exact)), loss: mean(pairs.map(({ loss }) => loss)) };
}
