import type { RunFigures } from "../../claims/figures";
import type { Measure } from "../../claims/run";
import { useNumbers } from "../../i18n/numbers";

/** Over how many seeds runs were measured: "5", or "5–10" where some were measured longer; "–" where none was. */
export function seedCount(runs: readonly (RunFigures | undefined)[]): string {
  const counts = runs.flatMap((run) => (run ? [run.seeds.length] : []));
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  if (counts.length === 0) return "–";
  return fewest === most ? String(most) : `${fewest}–${most}`;
}

/** Writes one value: scores and shares in per cent, losses in nats, counts as they are; "–" for what is not a number. */
export function useValueText(): (value: number, of: Measure) => string {
  const text = useMeasuredText();
  return (value, of) => text({ mean: value, sd: null }, of);
}

/** The same of a measured figure, with ± its standard deviation where the seeds may differ; `sd` null: without. */
export function useMeasuredText(): (
  figure: { readonly mean: number; readonly sd: number | null } | undefined,
  of: Measure,
) => string {
  const numbers = useNumbers();
  return (figure, of) => {
    if (!figure || !Number.isFinite(figure.mean)) return "–";
    const { mean, sd } = figure;
    switch (of) {
      case "score":
      case "known":
      case "knownBefore":
      case "newWording":
      case "onTrained":
      case "nearestIsOwn":
      case "othersCalled":
      case "othersInstructed":
      case "accuracy":
      case "human":
      case "firstGuess":
      case "bestProposal":
      case "searched":
      case "randomSearch":
      case "low":
      case "high":
      case "chance":
        // Where every seed gives the same, such as for the base, there is no spread to name.
        return `${(100 * mean).toFixed(1)}${sd === null || sd < 1e-9 ? "" : ` ± ${(100 * sd).toFixed(1)}`}%`;
      case "heldOutLoss":
      case "firstLoss":
        // The same start for every seed: what is left is rounding.
        return sd === null || sd < 1e-9 ? numbers.loss(mean) : `${numbers.loss(mean)} ± ${numbers.loss(sd)}`;
      case "trained":
      case "kept":
        return numbers.count(mean);
      case "match":
      case "attributes":
      case "place":
      case "style":
      case "both":
      case "variety":
      case "whole":
      case "pairs":
        return `${(100 * mean).toFixed(0)}%`;
      case "reward":
      case "gold":
      case "kl":
        return `${signed(mean)}${sd === null ? "" : ` ± ${sd.toFixed(1)}`}`;
      case "iou":
      case "rms":
        return mean.toFixed(2);
      case "tokens":
      case "candidates":
        return mean.toFixed(1);
      case "share":
        return numbers.share(mean);
      default:
        return of satisfies never;
    }
  };
}

/** With a true minus sign, and no plus: "−1.8". */
function signed(value: number): string {
  return value.toFixed(1).replace("-", "−");
}
