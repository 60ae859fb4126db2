import type { Point } from "../../charts/down-sample";
import { type LessonFigures, raceFigures } from "../../claims/figures";
import type { Measured, Prediction } from "../../lessons/lesson";

/** What the learner guessed. A curve: losses at `guessShares` of the steps. */
export type Guess =
  | { readonly kind: "choice"; readonly option: string }
  | { readonly kind: "order"; readonly runs: readonly string[] }
  | { readonly kind: "curve"; readonly losses: readonly number[] };

/** Where the handles of a guessed curve stand, as shares of the steps. */
export const guessShares = [0, 0.25, 0.5, 0.75, 1] as const;

/** The lowest loss that can be guessed, nats a token. */
export const lowestGuess = 0.005;
/** Where a curve begins of which nothing was recorded. */
const usualStart = 4;

/** Where a guessed curve begins: where its run was recorded to begin. */
export function guessStart(
  { run }: Extract<Prediction, { kind: "curve" }>,
  figures: LessonFigures | null,
): number {
  const recorded = raceFigures(figures, run)?.curve[0]?.heldOutLoss;
  return recorded !== undefined && recorded > lowestGuess ? recorded : usualStart;
}

/** The guessed curve as it stands; flat from its start until a handle is moved, null where none is asked for. */
export function guessedLosses(
  predict: Prediction | undefined,
  made: Guess | null,
  figures: LessonFigures | null,
): readonly number[] | null {
  if (predict?.kind !== "curve") return null;
  if (made?.kind === "curve") return made.losses;
  const start = guessStart(predict, figures);
  return guessShares.map(() => start);
}

/** The option that turned out right; null where something it hangs on was not measured. */
export function measuredOption(
  { answer }: Extract<Prediction, { kind: "choice" }>,
  measured: Measured,
): string | null {
  let isKnown = true;
  const option = answer((run, of) => {
    const value = measured(run, of);
    if (Number.isNaN(value)) isKnown = false;
    return value;
  });
  return isKnown ? option : null;
}

/** The runs of an order in the order that was measured, the largest first; null where one was not measured. */
export function measuredOrder(
  { runs, by }: Extract<Prediction, { kind: "order" }>,
  measured: Measured,
): readonly string[] | null {
  if (runs.some((run) => Number.isNaN(measured(run, by)))) return null;
  return [...runs].sort((a, b) => measured(b, by) - measured(a, by));
}

/** How many of the pairs stand in the measured order. */
export function pairsRight(
  guessed: readonly string[],
  right: readonly string[],
): { readonly right: number; readonly all: number } {
  let found = 0;
  let all = 0;
  for (const [i, first] of guessed.entries())
    for (const second of guessed.slice(i + 1)) {
      all++;
      if (right.indexOf(first) < right.indexOf(second)) found++;
    }
  return { right: found, all };
}

/** By what factor a guessed curve is off, on average over its handles: 1 is exact, 2 is twice or half. */
export function curveFactor(losses: readonly number[], curve: readonly Point[], steps: number): number {
  const offs = guessShares.map((share, i) => {
    const at = nearestTo(curve, share * steps);
    return Math.abs(Math.log((losses[i] ?? Number.NaN) / at));
  });
  return Math.exp(offs.reduce((sum, off) => sum + off, 0) / offs.length);
}

function nearestTo(curve: readonly Point[], step: number): number {
  let best: Point | undefined;
  for (const point of curve) if (!best || Math.abs(point.x - step) < Math.abs(best.x - step)) best = point;
  return best?.y ?? Number.NaN;
}
