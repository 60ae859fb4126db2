import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { usePrompt, usePromptStore } from "../../prompt-view/use-prompt";
import { labTaskOf } from "../../state/lab-tasks";
import styles from "./lab-variants.module.css";
import { presetIds, presets, specOf } from "./presets";

/** The comparisons of the lessons that ask the task of the lab, each to be taken with a press. */
export function PresetPicker() {
  const { t } = useTranslation("lab");
  const store = usePromptStore();
  const task = usePrompt(({ draft }) => labTaskOf(draft.task.id));
  return (
    <fieldset className={styles.presets}>
      <legend className="field-label">{t("presets.title")}</legend>
      {presetIds
        .filter((id) => presets[id].task === task)
        .map((id) => (
          <Button key={id} onPress={() => store.getState().configure(specOf(presets[id]))}>
            {t(`presets.${id}`)}
          </Button>
        ))}
    </fieldset>
  );
}
