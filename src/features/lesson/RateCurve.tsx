import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { SweepChart } from "../../charts/SweepChart";
import type { Item } from "../../tasks/task";
import styles from "./basics.module.css";
import { useDescent } from "./use-descent";

/** Three learning rates for each power of ten: from 0.00001 to 0.1. */
const rates = Array.from({ length: 13 }, (_, i) => Number((10 ** (-5 + i / 3)).toPrecision(2)));

export interface OneStepProps {
  readonly isOpen: boolean;
  readonly item: Item;
  readonly rate: number;
}

/** The loss after one step, for every learning rate. */
export function RateCurve({ isOpen, item, rate }: OneStepProps) {
  const { t } = useTranslation("lessons");
  const { input, answer } = item;
  const found = useDescent(isOpen, { input, answer, steps: 1, rates });
  const curves = useMemo(() => {
    const losses = (found?.byRate ?? []).map((one) => ({
      rate: one.rate,
      loss: one.losses[1] ?? Number.NaN,
    }));
    return losses.length === 0
      ? []
      : [
          {
            name: input,
            color: "var(--hue-blue)",
            dash: undefined,
            marker: "circle" as const,
            losses,
            best: losses.reduce((best, one) => (one.loss < best.loss ? one : best)).rate,
          },
        ];
  }, [found, input]);
  return (
    <div className={styles.curve}>
      {curves.length > 0 && (
        <SweepChart
          curves={curves}
          rate={rate}
          summary={t("basics.step.curve", { rate: curves[0]!.best })}
          xLabel={t("basics.step.rate")}
          yLabel={t("basics.step.after")}
        />
      )}
    </div>
  );
}
