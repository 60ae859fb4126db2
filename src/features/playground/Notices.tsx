import { useTranslation } from "react-i18next";
import { useWords } from "../../i18n/words";
import { LinkIssues } from "../../race-view/LinkIssues";
import { useRace } from "../../race-view/use-race";
import { pairsOf } from "../../state/own-data";
import { findTask } from "../../tasks/index";
import { asOwnTask } from "../../tasks/own/own-task-ids";
import styles from "./sentence.module.css";
import { useRacedData } from "./use-own-data-sets";

/** What in the link had to be left out, and why. */
export function LinkNotice() {
  const issues = useRace((race) => race.linkIssues);
  const dismiss = useRace((race) => race.dismissLinkIssues);
  return <LinkIssues issues={issues} onDismiss={dismiss} />;
}

/** What the task is, with three examples, and where it stands to what the base knows. Has the same height for every task. */
export function TaskNote() {
  const { t } = useTranslation("playground");
  const words = useWords();
  const draft = useRace((race) => race.draft);
  const moved = useRace((race) => race.moved);
  const raced = useRacedData();
  const task = findTask(draft.task);
  if (!task) return null;
  const said = words.task(task.id);
  // Data that are not kept here have nothing to show.
  const samples = raced ? pairsOf(raced).slice(0, 3) : asOwnTask(task.id) ? [] : task.samples;
  return (
    <div className={styles.taskNote}>
      <p>
        {said.sentence}{" "}
        {samples.map(({ input, answer }) => (
          <span key={input} className={styles.taskSample}>
            {input} → {words.answer(task.id, answer)}
          </span>
        ))}
      </p>
      <p aria-live="polite">
        {moved === "task" && `${t("moved.task", { base: words.base(draft.base).name, task: said.name })} `}
        {moved === "base" && `${t("moved.base", { base: words.base(draft.base).name, task: said.name })} `}
        {draft.from !== "untrained" ? said.reach : t("start.untrainedNote")}
      </p>
    </div>
  );
}
