import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { useNumbers } from "../i18n/numbers";
import { useWords } from "../i18n/words";
import { failureText } from "./failure-text";
import styles from "./StageCover.module.css";
import { useRace } from "./use-race";

export interface StageCoverProps {
  /** There is something to see below while the race is loaded: a recording. */
  readonly hidesLoading?: boolean;
  /** Tries once more after a failure; usually the race is opened again. */
  readonly onAgain?: () => void;
}

/** What lies over the curves while there is nothing to see yet: how far loading is, or what went wrong and what to do. */
export function StageCover({ hidesLoading = false, onAgain }: StageCoverProps) {
  const { t } = useTranslation(["playground", "app"]);
  const words = useWords();
  const numbers = useNumbers();
  const id = useId();
  const phase = useRace((race) => race.phase);
  const loading = useRace((race) => race.loading);
  const failure = useRace((race) => race.failure);
  const open = useRace((race) => race.open);
  if (phase === "failed" && failure) {
    return (
      <div className={styles.cover} role="alert">
        <p>{failureText(failure, t, words)}</p>
        <p className="soft small">{t("stage.kept")}</p>
        <Button variant="primary" onPress={onAgain ?? (() => void open())}>
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
