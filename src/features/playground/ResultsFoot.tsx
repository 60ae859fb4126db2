import { Trash2, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { download } from "../../charts/download";
import { resultsCsv } from "../../charts/results-csv";
import { Button } from "../../components/Button";
import { focusHeading } from "../../components/focus-heading";
import type { Comparison } from "../../state/compare-results";
import type { LaneResult } from "../../state/lane-result";
import { useResults } from "../../state/results";
import styles from "./results.module.css";

export interface ResultsFootProps {
  /** What is shown. */
  readonly runs: readonly LaneResult[];
  readonly shown: Comparison;
}

/** Takes the kept runs along as numbers, clears them, and brings them back. */
export function ResultsFoot({ runs, shown }: ResultsFootProps) {
  const { t } = useTranslation("results");
  const cleared = useResults((results) => results.cleared.length);
  const { clear, undo } = useResults.getState();
  const save = (): void => {
    const csv = new Blob([resultsCsv(runs)], { type: "text/csv;charset=utf-8" });
    download(`${shown.base}-${shown.task}-runs.csv`, csv);
  };
  return (
    <div className={styles.foot}>
      <p className="soft small" role="status">
        {cleared > 0 ? t("cleared", { count: cleared }) : t("kept", { count: runs.length })}
      </p>
      {cleared > 0 && (
        <Button
          icon={<Undo2 aria-hidden size={16} />}
          onPress={({ target }) => {
            focusHeading(target);
            undo();
          }}
        >
          {t("undo")}
        </Button>
      )}
      <Button
        icon={<Trash2 aria-hidden size={16} />}
        isDisabled={runs.length === 0}
        variant="quiet"
        onPress={({ target }) => {
          focusHeading(target);
          clear(runs);
        }}
      >
        {t("clear")}
      </Button>
      <Button isDisabled={runs.length === 0} label={t("csv")} variant="quiet" onPress={save}>
        CSV
      </Button>
    </div>
  );
}
