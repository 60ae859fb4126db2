import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useNumbers } from "../../i18n/numbers";
import type { Prediction } from "../../lessons/lesson";
import { curveFactor, guessShares } from "./guess";
import { useLessonRace } from "./lesson-race";
import { laneOfRun } from "./race-of";
import { useStep } from "./step-context";

/** The lowest loss that can be guessed, nats a token. */
const lowest = 0.005;
const usualStart = 4;

/** Five handles that draw a curve of held-out loss on the chart; they move on a logarithmic scale. */
export function CurveGuess({ predict }: { readonly predict: Extract<Prediction, { kind: "curve" }> }) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  const { lesson, spec, figures, guess, isAnswered, lock, reveal, draw } = useStep();
  const recordedStart = figures?.runs[predict.run]?.measures.firstLoss.mean;
  const highest = recordedStart && recordedStart > lowest ? recordedStart : usualStart;
  const [places, setPlaces] = useState(() => guessShares.map(() => 100));
  const losses = places.map((place) => lowest * (highest / lowest) ** (place / 100));
  const lanes = useLessonRace((race) => race.lanes);
  const steps = spec?.steps ?? 0;
  const run = lesson.claims.runs[predict.run];
  const lane = spec && run ? laneOfRun(spec, run) : -1;
  const live = lanes[lane]?.series.evaluations.map(({ step, heldOutLoss }) => ({ x: step, y: heldOutLoss }));
  const recorded = figures?.runs[predict.run]?.curve.map(({ step, heldOutLoss }) => ({
    x: step,
    y: heldOutLoss,
  }));
  const measured = isAnswered && live && live.at(-1)?.x === steps ? live : recorded;
  const move = (index: number, place: number): void => {
    const moved = places.map((former, i) => (i === index ? place : former));
    setPlaces(moved);
    draw(moved.map((at) => lowest * (highest / lowest) ** (at / 100)));
  };
  return (
    <>
      <fieldset aria-label={t("predict.curve")} className="curve-guess">
        {guessShares.map((share, i) => (
          <label key={share}>
            <input
              aria-label={t("predict.handle", { step: numbers.count(share * steps) })}
              aria-valuetext={numbers.loss(losses[i] ?? 0)}
              disabled={guess !== null}
              max={100}
              min={0}
              type="range"
              value={places[i]}
              onChange={(event) => move(i, Number(event.target.value))}
            />
            <span aria-hidden>{numbers.loss(losses[i] ?? 0)}</span>
            <span aria-hidden className="soft">
              {numbers.count(share * steps)}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="predict-do">
        <Button isDisabled={guess !== null} variant="primary" onPress={() => lock({ kind: "curve", losses })}>
          {t("predict.run")}
        </Button>
        {guess === null && !isAnswered && (
          <Button variant="quiet" onPress={reveal}>
            {t("predict.skip")}
          </Button>
        )}
      </p>
      <p aria-live="polite" className="predict-verdict">
        {guess?.kind === "curve" && isAnswered && measured
          ? t("predict.factor", { factor: curveFactor(guess.losses, measured, steps).toFixed(1) })
          : guess !== null
            ? t("predict.waiting")
            : isAnswered
              ? t("predict.shown")
              : ""}
      </p>
    </>
  );
}
