import { useTranslation } from "react-i18next";
import { useNumbers } from "../i18n/numbers";
import styles from "./charts.module.css";
import { type Curve, curveKey, type LossKind, lossAt, lossPoints } from "./curve";

export interface LossReadoutProps {
  readonly curves: readonly Curve[];
  readonly kind: LossKind;
  readonly step: number;
  /** Place in the plot, 0 to 1. */
  readonly share: number;
  /** What lies left and right of the plot, pixels. */
  readonly left: number;
  readonly right: number;
}

/** The losses measured at a step, lowest first. */
export function LossReadout({ curves, kind, step, share, left, right }: LossReadoutProps) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const rows = curves
    .flatMap((curve) => {
      const loss = lossAt(lossPoints(curve, kind), step);
      return loss === undefined ? [] : [{ curve, loss }];
    })
    .sort((a, b) => a.loss - b.loss);
  const place = `calc(${left}px + (100% - ${left + right}px) * ${share})`;
  return (
    <div
      aria-hidden
      className={`${styles.lossReadout} ${share > 0.55 ? styles.lossReadoutLeft : ""}`}
      style={{ left: place }}
    >
      <b>{t("chart.atStep", { step: numbers.count(step) })}</b>
      {rows.map(({ curve, loss }) => (
        <span key={curveKey(curve)} style={{ color: curve.color }}>
          {curve.recorded ? t("chart.recorded", { name: curve.name }) : curve.name}{" "}
          <b>{numbers.loss(loss)}</b>
        </span>
      ))}
    </div>
  );
}
