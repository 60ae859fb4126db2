import type { PromptFigures } from "../../claims/figures";
import type { Share } from "../../prompt-view/scored-variant";

/** The recorded share of a run, mean over the seeds; null where it was not measured. */
export function recordedShare(figures: PromptFigures | undefined): Share | null {
  if (!figures) return null;
  const { accuracy, low, high } = figures.measures;
  return { share: accuracy.mean, low: low.mean, high: high.mean };
}
