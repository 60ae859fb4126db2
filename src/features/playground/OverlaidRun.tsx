import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/IconButton";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { useKeptRuns } from "../../state/kept-runs";
import styles from "./figure.module.css";

/** Says which former run the thin lines of the chart are, and takes them off. */
export function OverlaidRun() {
  const { t } = useTranslation("playground");
  const words = useWords();
  const numbers = useNumbers();
  const run = useKeptRuns((kept) => kept.overlaid);
  if (!run) return null;
  const { base, task, steps, seed } = run.race;
  return (
    <p className={styles.overlaid}>
      <span>
        {t("overlaid.about", {
          task: words.task(task).name,
          base: words.base(base).name,
          steps: t("steps", { count: steps, value: numbers.count(steps) }),
          seed,
        })}
      </span>
      <IconButton label={t("overlaid.hide")} onPress={() => useKeptRuns.getState().overlay(null)}>
        <X aria-hidden size={16} />
      </IconButton>
    </p>
  );
}
