import { useTranslation } from "react-i18next";
import { allBases, type BaseId } from "../../bases/index";
import { Segmented } from "../../components/Segmented";
import { useWords } from "../../i18n/words";
import { usePrompt, usePromptStore } from "../../prompt-view/use-prompt";
import { labTaskOf, labTasks } from "../../state/lab-tasks";
import styles from "./lab-setup.module.css";
import { SnapshotSlider } from "./SnapshotSlider";
import { nearestSnapshot } from "./snapshots";
import { useLabStore } from "./use-lab";

const readers = allBases.filter(({ family }) => family === "reader");

/** What is asked, and of which base: task, size, and how long it was pretrained. */
export function LabSetup() {
  const { t } = useTranslation("lab");
  const words = useWords();
  const lab = useLabStore();
  const store = usePromptStore();
  const draft = usePrompt((prompt) => prompt.draft);
  const task = labTaskOf(draft.task.id);
  const choose = (base: BaseId): void => {
    const { configure, draft: now } = store.getState();
    configure({ ...now, base, from: nearestSnapshot(base, now.from) });
  };
  return (
    <div className={styles.setup}>
      <div className={styles.choice}>
        <p aria-hidden className="field-label">
          {t("setup.task")}
        </p>
        <Segmented
          items={labTasks.map((id) => ({ id, label: words.task(id).name }))}
          label={t("setup.task")}
          value={task}
          onChange={lab.getState().chooseTask}
        />
      </div>
      <div className={styles.choice}>
        <p aria-hidden className="field-label">
          {t("setup.base")}
        </p>
        <Segmented
          items={readers.map(({ id }) => ({ id, label: words.base(id).name }))}
          label={t("setup.base")}
          value={draft.base}
          onChange={choose}
        />
      </div>
      <SnapshotSlider
        base={draft.base}
        from={draft.from}
        onChange={(from) => store.getState().configure({ ...store.getState().draft, from })}
      />
      <p className={`${styles.about} soft small`}>{t("setup.about", { task: words.task(task).sentence })}</p>
    </div>
  );
}
