import { Trans, useTranslation } from "react-i18next";
import { Picker } from "../../components/Picker";
import { useBaseItems } from "../../components/use-base-items";
import { useNumbers } from "../../i18n/numbers";
import { useRace } from "../../race-view/use-race";
import { findTask } from "../../tasks/index";
import { weightsName } from "../../training/race-spec";
import { Advanced } from "./Advanced";
import { LaneChips } from "./LaneChips";
import styles from "./sentence.module.css";
import { TaskPicker } from "./TaskPicker";

const presets = [50, 100, 200, 400, 800, 1500, 3000] as const;

/** The sentence that is the control panel. */
export function Sentence() {
  const { t } = useTranslation("playground");
  return (
    <div className="sentence">
      <Trans
        components={{
          // What must not be parted by the end of a line: a word and the mark after it.
          keep: <span className={styles.keep} />,
          base: <BasePicker />,
          pretrained: <PretrainedPicker />,
          task: <TaskPicker />,
          lanes: <LaneChips />,
          steps: <StepsPicker />,
          advanced: <Advanced />,
        }}
        i18nKey="sentence"
        ns="playground"
        t={t}
      />
    </div>
  );
}

function BasePicker() {
  const { t } = useTranslation("playground");
  const items = useBaseItems();
  const base = useRace((race) => race.draft.base);
  const choose = useRace((race) => race.chooseBase);
  return <Picker items={items} label={t("base")} value={base} onChange={choose} />;
}

function PretrainedPicker() {
  const { t } = useTranslation("playground");
  const draft = useRace((race) => race.draft);
  const configure = useRace((race) => race.configure);
  return (
    <Picker
      items={(["pretrained", "untrained"] as const).map((id) => ({
        id,
        label: t(`start.${id}`),
        hint: t(`start.${id}Hint`),
      }))}
      label={t("start.label")}
      value={weightsName(draft.from)}
      onChange={(id) => configure({ ...draft, from: id === "untrained" ? "untrained" : "pretrained" })}
    />
  );
}

function StepsPicker() {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const draft = useRace((race) => race.draft);
  const configure = useRace((race) => race.configure);
  const usual = findTask(draft.task)?.steps;
  const offered = [...new Set([...presets, draft.steps, ...(usual ? [usual] : [])])].sort((a, b) => a - b);
  return (
    <Picker
      items={offered.map((steps) => ({
        id: String(steps),
        label: t("steps", { count: steps, value: numbers.count(steps) }),
        ...(steps === usual ? { hint: t("usualSteps") } : {}),
      }))}
      label={t("stepsLabel")}
      value={String(draft.steps)}
      onChange={(steps) => configure({ ...draft, steps: Number(steps) })}
    />
  );
}
