import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { optionsOf, type PromptVariant, promptLimits, variantOf } from "../../experiments/prompt/prompt-spec";
import { QuestionInput } from "../../race-view/QuestionInput";
import type { LabTask } from "../../state/lab-tasks";
import styles from "./lab-variants.module.css";
import { ModelField } from "./ModelField";
import { TriggerField } from "./TriggerField";
import { VariantField } from "./VariantField";
import { renamed } from "./variant-list";
import { offeredOptions } from "./variant-options";

export interface VariantFormProps {
  readonly task: LabTask;
  readonly variant: PromptVariant;
  readonly onChange: (variant: PromptVariant) => void;
}

/** All settings of one variant. */
export function VariantForm({ task, variant, onChange }: VariantFormProps) {
  const { t } = useTranslation("lab");
  const id = useId();
  const [name, setName] = useState(variant.name ?? "");
  const values = optionsOf(variant);
  const { trigger, model, ...shared } = variant;
  return (
    <div className={styles.form}>
      <div>
        <label className="field-label" htmlFor={id}>
          {t("variants.name")}
        </label>
        <QuestionInput
          id={id}
          placeholder={t("variants.namePlaceholder")}
          value={name}
          onChange={(text) => {
            const cut = text.slice(0, promptLimits.name.max);
            setName(cut);
            onChange(renamed(variant, cut));
          }}
        />
      </div>
      <ModelField
        model={model}
        onChange={(changed) => onChange({ ...shared, trigger, ...(changed && { model: changed }) })}
      />
      {task !== "thing-label" && values.procedure === "prompt" && (
        <TriggerField trigger={trigger} onTrigger={(changed) => onChange({ ...variant, trigger: changed })} />
      )}
      {offeredOptions[task].map((option) => (
        <VariantField
          key={option}
          option={option}
          task={task}
          values={values}
          onChange={(change) => onChange(variantOf({ ...values, ...change }, variant))}
        />
      ))}
    </div>
  );
}
