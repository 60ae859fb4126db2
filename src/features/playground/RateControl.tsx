import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { DecimalField } from "../../components/DecimalField";
import { Slider } from "../../components/Slider";
import { useRace, useRaceStore } from "../../race-view/use-race";
import { changesBefore, type LaneSpec, limits, rateAt } from "../../training/race-spec";
import styles from "./lanes.module.css";

export interface RateControlProps {
  readonly lane: number;
  readonly spec: LaneSpec;
  /** The method's own rate. */
  readonly usual: number;
}

/** The learning rate of a lane, on a log line and as a number. It may change while the race runs. */
export function RateControl({ lane, spec, usual }: RateControlProps) {
  const store = useRaceStore();
  const { t } = useTranslation(["playground", "results"]);
  const change = useRace((race) => race.setLearningRate);
  const rate = useRace(({ step }) => rateAt(spec, step));
  const isFull = useRace(
    ({ step, phase }) => phase !== "done" && changesBefore(spec, step).length >= limits.rateChanges.max,
  );
  const [dragged, drag, letGo] = useDragged((value) => change(lane, value));
  const hasOthers = useRace(({ draft }) => draft.lanes.length > 1);
  const giveToAll = (): void => {
    for (const other of store.getState().draft.lanes.keys()) change(other, rate);
  };
  const { min, max } = limits.learningRate;
  return (
    <div className={styles.rate}>
      <Slider
        format={() => String(dragged ?? rate)}
        isDisabled={isFull}
        label={t("rate.slider")}
        max={Math.log10(max)}
        min={Math.log10(min)}
        step={0.05}
        value={Math.log10(dragged ?? rate)}
        onChange={(exponent) => drag(Number((10 ** exponent).toPrecision(2)))}
        onChangeEnd={letGo}
      />
      <div className={styles.rateExact}>
        <DecimalField
          hideLabel
          isDisabled={isFull}
          label={t("rate.exact")}
          max={max}
          min={min}
          value={dragged ?? rate}
          onChange={(value) => change(lane, value)}
        />
        <Button isDisabled={isFull || rate === usual} variant="quiet" onPress={() => change(lane, usual)}>
          {t("rate.usual", { rate: usual })}
        </Button>
        {hasOthers && (
          <Button isDisabled={isFull} onPress={giveToAll}>
            {t("results:rates.toAll")}
          </Button>
        )}
      </div>
      <p className="field-hint">
        {isFull ? t("rate.full", { most: limits.rateChanges.max }) : t("rate.hint")}
      </p>
    </div>
  );
}

/** A value on its way, passed on only when it is let go; null while nothing moves. */
function useDragged(pass: (value: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  // A key moves the thumb and lets it go before anything is drawn.
  const latest = useRef<number | null>(null);
  const drag = (value: number | null): void => {
    latest.current = value;
    setDragged(value);
  };
  const letGo = (): void => {
    if (latest.current !== null) pass(latest.current);
    drag(null);
  };
  return [dragged, drag, letGo] as const;
}
