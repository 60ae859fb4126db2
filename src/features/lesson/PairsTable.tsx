import { useTranslation } from "react-i18next";
import type { Item } from "../../tasks/task";
import styles from "./bench.module.css";

export interface PairsTableProps {
  /** How many pairs there will be: their rows are there before they come. */
  readonly count: number;
  readonly pairs: readonly Item[];
}

/** What is known of a hidden task: inputs and the outputs they should have. */
export function PairsTable({ count, pairs }: PairsTableProps) {
  const { t } = useTranslation("lessons");
  return (
    <table className={styles.pairs}>
      <caption>{t("bench.pairs", { count })}</caption>
      <tbody>
        {Array.from({ length: count }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place while its pair comes
          <tr key={i}>
            <td>{pairs[i]?.input ?? "…"}</td>
            <td aria-hidden>→</td>
            <td>{pairs[i]?.answer ?? "…"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
