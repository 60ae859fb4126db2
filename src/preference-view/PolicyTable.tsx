import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import styles from "./PolicyTable.module.css";
import { bestShown, isTrained, type PolicyLane, policyMeasures } from "./policy-lanes";

const shown = policyMeasures.filter((measure) => measure !== "gold");

/** Where each policy is now, which line is whose, and why one stopped. */
export function PolicyTable({ lanes }: { readonly lanes: readonly PolicyLane[] }) {
  const { t } = useTranslation(["preferences", "app"]);
  if (!lanes.some(isTrained)) return null;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t("policy.table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("policy.lane")}</th>
          {shown.map((measure) => (
            <th key={measure} scope="col">
              {t(`policy.curves.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lanes.map(({ kind, name, color, dash, points, stop }) => (
          <tr key={name}>
            <th scope="row">
              <span className={styles.name} style={{ "--lane": color } as CSSProperties}>
                <svg aria-hidden height="8" width="30">
                  <line
                    stroke={color}
                    strokeDasharray={dash}
                    strokeWidth="2.5"
                    x1="0"
                    x2="30"
                    y1="4"
                    y2="4"
                  />
                </svg>
                {name}
              </span>
              {kind === "best" && (
                <span className={styles.note}>{t("policy.bestHint", { n: bestShown })}</span>
              )}
              {stop?.stopReason && stop.stoppedAt !== null && (
                <span className={styles.stopped} role="alert">
                  {t(`app:stopped.${stop.stopReason}`, { step: stop.stoppedAt })}
                </span>
              )}
            </th>
            {shown.map((measure) => (
              <td key={measure}>{points.at(-1)?.[measure]?.toFixed(2).replace("-", "−") ?? "–"}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
