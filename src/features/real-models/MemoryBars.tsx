import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { TableTwin } from "../../charts/TableTwin";
import { Card } from "../../components/Card";
import { methodAppearance } from "../../components/method-appearance";
import { Segmented } from "../../components/Segmented";
import type { CountReport } from "../../counting/count";
import { memoryOf, type Precision, precisions } from "../../counting/memory";
import { useWords } from "../../i18n/words";
import { useBytes } from "../../model-view/use-bytes";
import styles from "./real-models.module.css";

export interface MemoryBarsProps {
  readonly reports: readonly CountReport[];
  readonly precision: Precision;
  readonly onPrecision: (precision: Precision) => void;
}

const parts = ["weights", "gradients", "optimizer"] as const;

/** What training holds in memory: weights, gradients and the optimiser's state in one bar a method. */
export function MemoryBars({ reports, precision, onPrecision }: MemoryBarsProps) {
  const { t } = useTranslation("realModels");
  const words = useWords();
  const bytes = useBytes();
  const rows = reports.map((report) => ({ method: report.method, memory: memoryOf(report, precision) }));
  const most = Math.max(1, ...rows.map(({ memory }) => memory.total));
  return (
    <Card
      title={t("memory.title")}
      aside={
        <Segmented
          items={precisions.map((id) => ({ id, label: t(`memory.precisions.${id}`) }))}
          label={t("memory.precision")}
          value={precision}
          onChange={onPrecision}
        />
      }
    >
      <ul aria-hidden className={styles.memoryKey}>
        {parts.map((part) => (
          <li key={part} data-part={part}>
            {t(`memory.parts.${part}`)}
          </li>
        ))}
      </ul>
      <ul className={styles.memoryRows}>
        {rows.map(({ method, memory }) => (
          <li key={method} style={{ "--lane": methodAppearance(method).color } as CSSProperties}>
            <span className={styles.memoryName}>{words.method(method).name}</span>
            <span className={`${styles.memoryTotal} tabular`}>{bytes(memory.total)}</span>
            <span aria-hidden className={styles.memoryBar}>
              {parts.map((part) => (
                <i key={part} data-part={part} style={{ width: `${(100 * memory[part]) / most}%` }} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className={`soft small ${styles.note} ${styles.memoryNote}`}>{t(`memory.notes.${precision}`)}</p>
      <TableTwin
        caption={t("memory.title")}
        columns={[
          t("counts.columns.method"),
          ...parts.map((part) => t(`memory.parts.${part}`)),
          t("memory.total"),
        ]}
        rows={rows.map(({ method, memory }) => [
          words.method(method).name,
          ...parts.map((part) => bytes(memory[part])),
          bytes(memory.total),
        ])}
      />
    </Card>
  );
}
