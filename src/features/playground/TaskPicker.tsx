import { useTranslation } from "react-i18next";
import { findBase } from "../../bases/index";
import { Picker } from "../../components/Picker";
import { useWords } from "../../i18n/words";
import { useRace } from "../../race-view/use-race";
import { chooseOwnData, fits, ownDataOf } from "../../state/draft";
import { pairsOf, useOwnData } from "../../state/own-data";
import { tasks } from "../../tasks/index";
import { useRacedData } from "./use-own-data-sets";

/** What the picker calls the panel for bringing data; hashes and ids of tasks are never this. */
const bring = "bring";

/** The task: one of ours, data that the learner has brought, or others to be brought now. */
export function TaskPicker() {
  const { t } = useTranslation(["playground", "ownData"]);
  const words = useWords();
  const draft = useRace((race) => race.draft);
  const choose = useRace((race) => race.chooseTask);
  const configure = useRace((race) => race.configure);
  const sets = useOwnData((own) => own.sets) ?? [];
  const raced = useRacedData();
  const base = findBase(draft.base);
  const ours = tasks.map((task) => {
    const [{ input, answer }] = task.samples;
    const other = base && !fits(base, task) ? ` ${t("movesBase")}` : "";
    return {
      id: task.id,
      label: words.task(task.id).name,
      hint: `${input} → ${words.answer(task.id, answer)}${other}`,
    };
  });
  const own = sets.map((set) => {
    const [{ input, answer } = { input: "", answer: "" }] = pairsOf(set);
    return { id: set.hash, label: set.name, hint: `${input} → ${answer}` };
  });
  const take = (id: string): void => {
    const data = sets.find(({ hash }) => hash === id);
    if (data) configure(chooseOwnData(draft, data.task, data.hash).draft);
    else if (id === bring) useOwnData.getState().show(true);
    else choose(id);
  };
  return (
    <Picker
      display={raced ? t("ownTask", { name: raced.name }) : words.task(draft.task).phrase}
      items={[...own, ...ours, { id: bring, label: t("bringData"), hint: t("bringDataHint") }]}
      label={t("task")}
      value={ownDataOf(draft) ?? draft.task}
      onChange={take}
    />
  );
}
