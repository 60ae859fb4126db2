import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { useNumbers } from "../../i18n/numbers";
import { sizeOf } from "../../lib/shape";
import { countParameters, parameterShapes } from "../../model/parameters";
import { laneCount, laneParts } from "../../race-view/lane-count";
import styles from "./lesson-figure.module.css";
import type { PaneProps } from "./pane-props";

const bytesEach = 4;
/** AdamW keeps a first and a second moment of each trained number. */
const moments = 2;
const kinds = ["weights", "gradients", "moments"] as const;

/**
 * What must lie in memory to train each lane, in numbers of four bytes: weights, gradients, moments; and what is kept.
 * Before a guess only the weights are shown, for the rest may be the answer.
 */
export function MemoryPane({ spec, lanes, hidesRecorded }: PaneProps) {
  const { t } = useTranslation("lessons");
  const numbers = useNumbers();
  const config = findBase(spec.base)?.config;
  if (!config) return null;
  const base = countParameters(config);
  const shapes = parameterShapes(config);
  const rows = lanes.map(({ laneStyle }) => {
    const { trained, kept } = laneCount(laneStyle.spec, config);
    // Parameters of the base are trained in their place; what a method adds lies beside them.
    const added = laneParts(laneStyle.spec, config).filter(({ name }) => !Object.hasOwn(shapes, name));
    const weights = base + added.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    return { laneStyle, weights, gradients: trained, moments: moments * trained, kept };
  });
  const most = Math.max(...rows.map((row) => row.weights + row.gradients + row.moments));
  const kilobytes = (count: number): string => `${numbers.count((count * bytesEach) / 1000)} kB`;
  const isHidden = (kind: (typeof kinds)[number]): boolean => hidesRecorded && kind !== "weights";
  return (
    <table className={styles.memory}>
      <caption>{t("memory.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("lanes.method")}</th>
          {kinds.map((kind) => (
            <th key={kind} scope="col">
              {t(`memory.${kind}`)}
            </th>
          ))}
          <th scope="col">{t("memory.kept")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.laneStyle.key} style={{ "--lane": row.laneStyle.color } as CSSProperties}>
            <th scope="row">
              {row.laneStyle.name}
              <span aria-hidden className={styles.memoryBar}>
                {kinds.map((kind) => (
                  <i
                    key={kind}
                    data-kind={kind}
                    style={{ width: isHidden(kind) ? 0 : `${(100 * row[kind]) / most}%` }}
                  />
                ))}
              </span>
            </th>
            {kinds.map((kind) => (
              <td key={kind}>{isHidden(kind) ? "?" : kilobytes(row[kind])}</td>
            ))}
            <td>{hidesRecorded ? "?" : kilobytes(row.kept)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
