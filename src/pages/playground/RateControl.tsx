import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { DecimalField } from "../../components/DecimalField";
import { Slider } from "../../components/Slider";
import { useRace } from "../../state/race";
import { limits } from "../../training/race-spec";

export interface RateControlProps {
  readonly lane: number;
  readonly rate: number;
  /** The method's own rate. */
  readonly usual: number;
}

/** The learning rate of a lane, on a log line and as a number. It may change while the race runs. */
export function RateControl({ lane, rate, usual }: RateControlProps) {
  const { t } = useTranslation("playground");
  const change = useRace((race) => race.setLearningRate);
  const { min, max } = limits.learningRate;
  return (
    <div className="rate">
      <Slider
        format={() => String(rate)}
        label={t("rate.slider")}
        max={Math.log10(max)}
        min={Math.log10(min)}
        step={0.05}
        value={Math.log10(rate)}
        onChange={(exponent) => change(lane, Number((10 ** exponent).toPrecision(2)))}
      />
      <div className="rate-exact">
        <DecimalField
          hideLabel
          label={t("rate.exact")}
          max={max}
          min={min}
          value={rate}
          onChange={(value) => change(lane, value)}
        />
        <Button isDisabled={rate === usual} variant="quiet" onPress={() => change(lane, usual)}>
          {t("rate.usual", { rate: usual })}
        </Button>
      </div>
      <p className="field-hint">{t("rate.hint")}</p>
    </div>
  );
}
