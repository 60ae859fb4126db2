import { useTranslation } from "react-i18next";
import type { Point } from "../../charts/down-sample";
import { raceFigures } from "../../claims/figures";
import { useNumbers } from "../../i18n/numbers";
import type { Prediction } from "../../lessons/lesson";
import { useRace } from "../../race-view/use-race";
import { GuessFoot } from "./GuessFoot";
import { curveFactor, guessedLosses, guessShares, guessStart, lowestGuess } from "./guess";
import styles from "./guess.module.css";
import { laneOfRun } from "./race-of";
import { useStep } from "./step-context";

/** Five handles that draw a curve of held-out loss on the chart; they move on a logarithmic scale. */
export function CurveGuess({ predict }: { readonly predict: Extract<Prediction, { kind: "curve" }> }) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  const { lesson, spec, figures, sketch, guess, isAnswered, draw } = useStep();
  const recorded = raceFigures(figures, predict.run)?.curve;
  const start = guessStart(predict, figures);
  // It may also get worse.
  const highest = 2 * start;
  const lossAt = (place: number): number => lowestGuess * (highest / lowestGuess) ** (place / 100);
  const placeOf = (loss: number): number =>
    Math.round((100 * Math.log(loss / lowestGuess)) / Math.log(highest / lowestGuess));
  const losses = guessedLosses(predict, guess ?? sketch, figures) ?? [];
  const lanes = useRace((race) => race.lanes);
  const steps = spec?.steps ?? 0;
  const run = lesson.claims.runs[predict.run];
  const lane = spec && run ? laneOfRun(spec, run) : -1;
  const live = lanes[lane]?.series.evaluations;
  const measured = isAnswered && live?.at(-1)?.step === steps ? live : recorded;
  const move = (index: number, place: number): void =>
    draw({ kind: "curve", losses: losses.map((former, i) => (i === index ? lossAt(place) : former)) });
  return (
    <>
      <fieldset aria-label={t("predict.curve")} className={styles.curveGuess}>
        {guessShares.map((share, i) => (
          <label key={share}>
            <input
              aria-label={t("predict.handle", { step: numbers.count(share * steps) })}
              aria-valuetext={numbers.loss(losses[i] ?? 0)}
              // Where it begins is known.
              disabled={i === 0 || guess !== null || isAnswered}
              max={100}
              min={0}
              type="range"
              value={placeOf(losses[i] ?? start)}
              onChange={(event) => move(i, Number(event.target.value))}
            />
            <span aria-hidden>{numbers.loss(losses[i] ?? 0)}</span>
            <span aria-hidden className="soft">
              {numbers.count(share * steps)}
            </span>
          </label>
        ))}
      </fieldset>
      <GuessFoot
        current={{ kind: "curve", losses }}
        isKnown={measured !== undefined}
        verdict={
          guess?.kind === "curve" &&
          measured !== undefined &&
          t("predict.factor", {
            factor: curveFactor(guess.losses, measured.map(toPoint), steps).toFixed(1),
          })
        }
      />
    </>
  );
}

function toPoint({ step, heldOutLoss }: { readonly step: number; readonly heldOutLoss: number }): Point {
  return { x: step, y: heldOutLoss };
}
