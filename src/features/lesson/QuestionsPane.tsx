import { useTranslation } from "react-i18next";
import { AnswerRows } from "../../race-view/AnswerRows";
import { AnswersTable } from "../../race-view/AnswersTable";
import { useRace } from "../../race-view/use-race";
import styles from "./lesson-figure.module.css";
import type { PaneProps } from "./pane-props";

/** As many questions as fit one screen. */
const most = 4;

/** Held-out questions, what the base answers, and what each lane answers now. */
export function QuestionsPane({ spec, lanes }: PaneProps) {
  const { t } = useTranslation("lessons");
  const info = useRace((race) => race.info);
  const base = info?.spec.task === spec.task ? info.base.examples : undefined;
  const answered = lanes.map(
    ({ run }) => run?.series.evaluations.findLast(({ examples }) => examples.length > 0)?.examples,
  );
  return (
    <div className={styles.pane}>
      <AnswersTable
        label={t("questions.title")}
        lanes={lanes.map(({ laneStyle }) => laneStyle)}
        layout="compact"
        question={t("questions.title")}
      >
        <AnswerRows base={base} lanes={answered} most={most} task={spec.task} />
      </AnswersTable>
    </div>
  );
}
