import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { useNumbers } from "../i18n/numbers";
import { useWords } from "../i18n/words";
import type { LoopProgress } from "../state/loop-progress";
import { failureText } from "./failure-text";
import styles from "./LoopCover.module.css";

export interface LoopCoverProps {
  readonly progress: Pick<LoopProgress, "phase" | "loading" | "failure">;
  /** There is something to see below while the experiment is loaded: a recording. */
  readonly hidesLoading?: boolean;
  /** Tries once more after a failure. */
  readonly onAgain: () => void;
}

/** Covers the figure of any experiment while there is nothing to see yet: how far loading is, or what went wrong and what to do. */
export function LoopCover({ progress, hidesLoading = false, onAgain }: LoopCoverProps) {
  const { t } = useTranslation(["playground", "app"]);
  const words = useWords();
  const numbers = useNumbers();
  const id = useId();
  const { phase, loading, failure } = progress;
  if (phase === "failed" && failure) {
    return (
      <div className={styles.cover} role="alert">
        <p>{failureText(failure, t, words)}</p>
        <p className="soft small">{t("stage.kept")}</p>
        <Button variant="primary" onPress={onAgain}>
          {t("stage.again")}
        </Button>
      </div>
    );
  }
  if (hidesLoading || (phase !== "loading" && phase !== "idle")) return null;
  return (
    <div className={styles.cover}>
      <p id={id}>{t(`stage.loading.${loading.what}`, { share: numbers.score(loading.share) })}</p>
      <progress aria-labelledby={id} max={1} value={loading.share} />
    </div>
  );
}
