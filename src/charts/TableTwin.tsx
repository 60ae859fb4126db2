import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./charts.module.css";

export interface TableTwinProps {
  /** Says what the table holds. */
  readonly caption: string;
  /** The first heads the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

/** The numbers of a chart as a table, closed until asked for. */
export function TableTwin({ caption, columns, rows }: TableTwinProps) {
  const { t } = useTranslation("playground");
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.tableTwin} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("chart.asTable")}</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className={styles.tableTwinScroll} aria-label={caption} tabIndex={0}>
          <table>
            <caption className="visually-hidden">{caption}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={String(row[0])}>
                  <th scope="row">{row[0]}</th>
                  {row.slice(1).map((cell, i) => (
                    <td key={columns[i + 1] ?? i}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
