import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { TableTwin } from "../../charts/TableTwin";
import { Card } from "../../components/Card";
import { methodAppearance } from "../../components/method-appearance";
import { Segmented } from "../../components/Segmented";
import type { CountReport } from "../../counting/count";
import { memoryOf, type Precision, precisions } from "../../counting/memory";
import { useWords } from "../../i18n/words";
import { useBytes } from "./use-bytes";

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
      <ul aria-hidden className="memory-key">
        {parts.map((part) => (
          <li key={part} className={`memory-${part}`}>
            {t(`memory.parts.${part}`)}
          </li>
        ))}
      </ul>
      <ul className="memory-rows">
        {rows.map(({ method, memory }) => (
          <li key={method} style={{ "--lane": methodAppearance(method).color } as CSSProperties}>
            <span className="memory-name">{words.method(method).name}</span>
            <span className="memory-total tabular">{bytes(memory.total)}</span>
            <span aria-hidden className="memory-bar">
              {parts.map((part) => (
                <i
                  key={part}
                  className={`memory-${part}`}
                  style={{ width: `${(100 * memory[part]) / most}%` }}
                />
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft small real-note memory-note">{t(`memory.notes.${precision}`)}</p>
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
