import { useTranslation } from "react-i18next";
import type { Item } from "../../tasks/task";
import styles from "./bench.module.css";

/** What is known of a hidden task: inputs and the outputs they should have. */
export function PairsTable({ pairs }: { readonly pairs: readonly Item[] }) {
  const { t } = useTranslation("lessons");
  return (
    <table className={styles.pairs}>
      <caption>{t("bench.pairs", { count: pairs.length })}</caption>
      <tbody>
        {pairs.map(({ input, answer }) => (
          <tr key={input}>
            <td>{input}</td>
            <td aria-hidden>→</td>
            <td>{answer}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
