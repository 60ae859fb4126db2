import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { useNumbers } from "../i18n/numbers";
import styles from "./TriedPhrases.module.css";
import type { TriedPhrase } from "./use-mean-next";

export interface TriedPhrasesProps {
  readonly tried: readonly TriedPhrase[];
  /** Tries one of them again. */
  readonly onChoose: (phrase: string) => void;
}

/** The phrases that were tried, the one that calls for steps most first. */
export function TriedPhrases({ tried, onChoose }: TriedPhrasesProps) {
  const { t } = useTranslation("prompt");
  const numbers = useNumbers();
  if (tried.length === 0) return null;
  return (
    <table className={styles.tried}>
      <thead>
        <tr>
          <th scope="col">{t("bench.phrase.tried")}</th>
          <th scope="col">{t("bench.phrase.steps")}</th>
          <th scope="col">{t("bench.phrase.direct")}</th>
        </tr>
      </thead>
      <tbody>
        {[...tried]
          .sort((a, b) => b.steps - a.steps)
          .map(({ phrase, steps, direct }) => (
            <tr key={phrase}>
              <th scope="row">
                <Button className={styles.phrase} variant="quiet" onPress={() => onChoose(phrase)}>
                  {phrase === "" ? t("bench.phrase.none") : phrase}
                </Button>
              </th>
              <td>{numbers.score(steps)}</td>
              <td>{numbers.score(direct)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
