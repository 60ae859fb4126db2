import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { ParameterBar } from "../../charts/ParameterBar";
import { Card } from "../../components/Card";
import { methodAppearance } from "../../components/method-appearance";
import type { Architecture } from "../../counting/architecture";
import type { CountReport } from "../../counting/count";
import type { RawOptions } from "../../counting/options";
import type { PublishedCounts } from "../../counting/published";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { useBytes } from "../../model-view/use-bytes";
import { CountNotes } from "./CountNotes";
import { figuresFor, type Selection } from "./counted-method";
import { MethodOptions } from "./MethodOptions";
import styles from "./real-models.module.css";
import { useFigures } from "./use-figures";

export interface CountTableProps {
  readonly architecture: Architecture;
  readonly reports: readonly CountReport[];
  /** Chosen methods that cannot be counted on the model. */
  readonly failed: readonly string[];
  readonly selection: Selection;
  readonly published: PublishedCounts | "missing" | null;
  readonly onOptions: (method: string, options: RawOptions) => void;
}

/** A row a method: what it trains, keeps and stores, and who published the same figure. */
export function CountTable(props: CountTableProps) {
  const { architecture, reports, failed, selection, published, onOptions } = props;
  const { t } = useTranslation("realModels");
  const { count } = useNumbers();
  const total = reports[0]?.total ?? 0;
  const columns = ["trained", "kept", "file", "published"] as const;
  return (
    <Card
      className={styles.counts}
      title={t("counts.title", { model: architecture.id })}
      aside={t("counts.total", { total: count(total) })}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("counts.columns.method")}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`counts.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <CountRow
              key={report.method}
              architecture={architecture}
              options={selection.options[report.method] ?? {}}
              published={published}
              report={report}
              onOptions={(options) => onOptions(report.method, options)}
            />
          ))}
        </tbody>
      </table>
      <CountNotes failed={failed} reports={reports} />
      <p className={`soft small ${styles.note}`}>{t("counts.note")}</p>
    </Card>
  );
}

interface CountRowProps {
  readonly architecture: Architecture;
  readonly report: CountReport;
  readonly options: RawOptions;
  readonly published: CountTableProps["published"];
  readonly onOptions: (options: RawOptions) => void;
}

function CountRow({ architecture, report, options, published, onOptions }: CountRowProps) {
  const { t } = useTranslation("realModels");
  const words = useWords();
  const { count } = useNumbers();
  const bytes = useBytes();
  const { share, figure } = useFigures();
  const { method, trained, kept, total, fileBytes } = report;
  const name = words.method(method).name;
  const figures = published && published !== "missing" ? figuresFor(report, published) : [];
  return (
    <tr style={{ "--lane": methodAppearance(method).color } as CSSProperties}>
      <th scope="row">
        <span className={styles.name}>{name}</span>
        <MethodOptions
          architecture={architecture}
          method={method}
          name={name}
          values={options}
          onChange={onOptions}
        />
      </th>
      <td data-label={t("counts.columns.trained")}>
        <span className={styles.number}>{count(trained)}</span>
        <span className="soft small">{share(trained / total)}</span>
        <div className={styles.bar}>
          <ParameterBar kept={kept} most={total} scale="log" trained={trained} />
        </div>
        {trained === 0 && <span className={`small ${styles.note}`}>{t("counts.nothing")}</span>}
      </td>
      <td data-label={t("counts.columns.kept")}>{count(kept)}</td>
      <td data-label={t("counts.columns.file")}>
        {t("counts.fp32", { bytes: bytes(fileBytes.fp32) })}
        <span className={`soft small ${styles.line}`}>
          {t("counts.fp16", { bytes: bytes(fileBytes.fp16) })}
        </span>
      </td>
      <td data-label={t("counts.columns.published")}>
        {figures.length === 0 ? (
          <span className="soft">
            <span className="visually-hidden">{t("counts.none")}</span>–
          </span>
        ) : (
          figures.slice(0, 2).map(({ published: number, source }) => (
            <span key={source} className={styles.figure}>
              {figure(number)} <span className={`soft small ${styles.source}`}>{source}</span>
            </span>
          ))
        )}
      </td>
    </tr>
  );
}
