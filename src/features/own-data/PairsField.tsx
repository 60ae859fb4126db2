import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { FileButton } from "../../components/FileButton";
import { Segmented } from "../../components/Segmented";
import { useNumbers } from "../../i18n/numbers";
import { ownTaskIds } from "../../tasks/own/own-task-ids";
import { ownDataLimits } from "../../tasks/own/place";
import styles from "./own-data.module.css";
import { templates } from "./templates";
import type { OwnDataForm } from "./use-own-data-form";

/** Where pairs are pasted, dropped or started from a template, and what they are. */
export function PairsField({ form }: { readonly form: OwnDataForm }) {
  const { t } = useTranslation("ownData");
  const numbers = useNumbers();
  const id = useId();
  const { reading, said } = form;
  const task = form.asked ?? (reading && reading !== "failed" ? reading.task : null);
  return (
    <div className={styles.field}>
      <label className="field-label" htmlFor={id}>
        {t("paste")}
      </label>
      <textarea
        aria-describedby={`${id}-hint`}
        id={id}
        placeholder={t("placeholder")}
        rows={9}
        spellCheck={false}
        value={form.text}
        onChange={({ target }) => form.write(target.value)}
      />
      <p className="field-hint" id={`${id}-hint`}>
        {t("hint", { min: ownDataLimits.pairs.min, max: numbers.count(ownDataLimits.pairs.max) })}
      </p>
      <div className={styles.buttons}>
        <FileButton
          accept=".csv,.tsv,.txt,text/*"
          label={t("file")}
          onChoose={(file) => void form.take(file)}
        />
        <span className="soft small">{t("templates.label")}</span>
        {templates.map((template) => (
          <Button
            key={template.id}
            variant="quiet"
            onPress={() => form.start(template, t(`templates.${template.id}`))}
          >
            {t(`templates.${template.id}`)}
          </Button>
        ))}
      </div>
      <p role="status">{said && t(`said.${said}`, { limit: ownDataLimits.file / 1_000_000 })}</p>
      <Segmented
        items={ownTaskIds.map((one) => ({ id: one, label: t(`task.${one}.label`) }))}
        label={t("task.label")}
        value={task}
        onChange={form.askFor}
      />
      <p className="field-hint">{task ? t(`task.${task}.hint`) : t("task.hint")}</p>
    </div>
  );
}
