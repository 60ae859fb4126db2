import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import type { LinkIssue } from "../experiments/link-parts";
import { useWords } from "../i18n/words";
import styles from "./LinkIssues.module.css";

export interface LinkIssuesProps {
  readonly issues: readonly LinkIssue[];
  readonly onDismiss: () => void;
}

/** What in the link had to be left out, and why. */
export function LinkIssues({ issues, onDismiss }: LinkIssuesProps) {
  const { t } = useTranslation("playground");
  const words = useWords();
  if (issues.length === 0) return null;
  return (
    <div className={styles.notice} role="alert">
      <div>
        <b>{t("link.title", { count: issues.length })}</b>
        <ul>
          {issues.map(({ part, reason, limit }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
            <li key={i}>
              <code>{part}</code>:{" "}
              {t(`link.reasons.${reason}`, {
                limit: reason === "misfit" ? words.task(limit).name : limit,
              })}
            </li>
          ))}
        </ul>
      </div>
      <Button onPress={onDismiss}>{t("link.dismiss")}</Button>
    </div>
  );
}
