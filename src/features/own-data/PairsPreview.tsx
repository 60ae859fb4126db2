import { useTranslation } from "react-i18next";
import type { Item } from "../../tasks/task";
import styles from "./own-data.module.css";

const shown = 6;

/** The first pairs as they will be asked and answered. */
export function PairsPreview({ pairs }: { readonly pairs: readonly Item[] }) {
  const { t } = useTranslation("ownData");
  return (
    <table className={styles.pairs}>
      <caption className="visually-hidden">{t("table.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("table.question")}</th>
          <th scope="col">{t("table.answer")}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.slice(0, shown).map(({ input, answer }) => (
          <tr key={input}>
            <td>{input}</td>
            <td>{answer}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
