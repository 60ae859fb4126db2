import { useTranslation } from "react-i18next";
import { corpora, corpusIds } from "../../lib/corpora";
import styles from "./about.module.css";

/** Where the data come from, what each source gives, and its licence. */
export function Corpora() {
  const { t } = useTranslation("about");
  return (
    <table className={styles.corpora}>
      <thead>
        <tr>
          <th scope="col">{t("data.source")}</th>
          <th scope="col">{t("data.use")}</th>
          <th scope="col">{t("data.licence")}</th>
        </tr>
      </thead>
      <tbody>
        {corpusIds.map((id) => (
          <tr key={id}>
            <th scope="row">
              <a href={corpora[id].url}>{corpora[id].name}</a>
            </th>
            <td>{t(`data.items.${id}`)}</td>
            <td>{corpora[id].licence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
