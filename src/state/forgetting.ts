import { mean } from "../lib/mean";
import type { ProbeResult } from "../worker/api";

/** How forgetting is measured: share of right answers, or nats a token. */
export type ForgettingMeasure = "exact" | "loss";

/** What was lost since `before`, as means over the probes; a loss is above 0 in both measures. null without probes. */
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
