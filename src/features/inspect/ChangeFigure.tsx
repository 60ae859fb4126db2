import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { Scale } from "../../charts/axis";
import { SpectrumChart } from "../../charts/SpectrumChart";
import { TableTwin } from "../../charts/TableTwin";
import { useNumbers } from "../../i18n/numbers";
import { smallNumber } from "../../lib/small-number";
import styles from "./inspect.module.css";
import type { LaneChange } from "./lane-change";
import { isTouched, realValues, relativeNorm, topShare } from "./spectrum";
import { cutOf, useChangeSentence } from "./use-change-sentence";

/** The singular values of every lane's change to one matrix, in a picture, a sentence and a table. */
export function ChangeFigure({
  changes,
  isKnown,
  scale,
}: {
  readonly changes: readonly LaneChange[];
  readonly isKnown: boolean;
  readonly scale: Scale;
}) {
  const { t } = useTranslation("inspect");
  const numbers = useNumbers();
  const cut = cutOf(changes);
  const sentence = useChangeSentence(changes, cut);
  const touched = changes.filter(({ change }) => isTouched(change));
  const rank = cut?.rank ?? 1;
  const first = changes[0]?.change;
  return (
    <div>
      <p className={styles.weightSentence}>{isKnown ? sentence : t("weight.loading")}</p>
      <SpectrumChart
        cut={cut?.rank ?? null}
        most={first ? Math.min(first.rows, first.columns) : 16}
        scale={scale}
        spectra={touched.map(({ laneStyle, change }) => ({
          name: laneStyle.name,
          color: laneStyle.color,
          dash: laneStyle.dash,
          values: realValues(change),
        }))}
        summary={sentence}
      />
      <ul className={styles.weightLanes}>
        {changes.map(({ laneStyle, change }) => (
          <li key={laneStyle.key} style={{ "--lane": laneStyle.color } as CSSProperties}>
            <svg aria-hidden height={8} viewBox="0 0 30 8" width={30}>
              <path d="M0 4H30" stroke="currentColor" strokeDasharray={laneStyle.dash} strokeWidth={2.5} />
            </svg>
            <span className={styles.weightName}>{laneStyle.name}</span>
            {isTouched(change)
              ? t("weight.lane", {
                  norm: numbers.share(relativeNorm(change)),
                  count: realValues(change).length,
                })
              : t("weight.untouched")}
          </li>
        ))}
      </ul>
      <TableTwin
        caption={t("weight.table")}
        columns={[
          t("weight.columns.lane"),
          t("weight.columns.norm"),
          t("weight.columns.directions"),
          t("weight.columns.top", { count: rank }),
          "σ₁",
        ]}
        rows={changes.map(({ laneStyle, change }) =>
          isTouched(change)
            ? [
                laneStyle.name,
                numbers.share(relativeNorm(change)),
                numbers.count(realValues(change).length),
                numbers.share(topShare(change, rank)),
                smallNumber(change.singularValues[0] ?? 0),
              ]
            : [laneStyle.name, t("weight.untouched"), "0", "–", "0"],
        )}
      />
    </div>
  );
}
