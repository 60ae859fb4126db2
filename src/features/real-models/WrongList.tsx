import { useTranslation } from "react-i18next";
import { Card } from "../../components/Card";
import { type PublishedCounts, type WrongCount, wrongReasons } from "../../counting/published";
import styles from "./real-models.module.css";
import { useCountedWords } from "./use-counted-words";
import { useFigures } from "./use-figures";

/** Published numbers that do not follow from the model and method they name, by the reason why. */
export function WrongList({ published }: { readonly published: PublishedCounts | "missing" | null }) {
  const { t } = useTranslation("realModels");
  const wrong = published && published !== "missing" ? published.wrong : [];
  return (
    <Card title={t("wrong.title")}>
      <p className={styles.wrongLead}>{t(published === "missing" ? "published.missing" : "wrong.lead")}</p>
      <div className={styles.wrong}>
        {wrongReasons.map((reason) => (
          <section key={reason}>
            <p>{t(`wrong.reasons.${reason}`)}</p>
            <ul>
              {wrong
                .filter((entry) => entry.reason === reason)
                .map((entry) => (
                  <WrongItem key={entry.id} entry={entry} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}

function WrongItem({ entry }: { readonly entry: WrongCount }) {
  const { t } = useTranslation("realModels");
  const { figure } = useFigures();
  const say = useCountedWords();
  return (
    <li>
      {entry.model}: {say(entry)} <span className="soft">({t(`published.fields.${entry.field}`)})</span>
      <br />
      <span className="visually-hidden">{t("wrong.printed")} </span>
      <s className={styles.struck}>{figure(entry.published)}</s>
      <span aria-hidden> → </span>
      <span className="visually-hidden">{t("wrong.correct")} </span>
      <strong className="tabular">{figure(entry.correct)}</strong>{" "}
      <span className={`soft small ${styles.source}`}>{entry.source}</span>
    </li>
  );
}
