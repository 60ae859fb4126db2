import { useTranslation } from "react-i18next";
import { DecimalField } from "../../components/DecimalField";
import { NumberField } from "../../components/NumberField";
import { Picker } from "../../components/Picker";
import { Slider } from "../../components/Slider";
import { Switch } from "../../components/Switch";
import {
  expectations,
  inputKinds,
  labelings,
  type VariantOptions,
} from "../../experiments/prompt/prompt-spec";
import type { LabTask } from "../../state/lab-tasks";
import { labLimits, type OfferedOption, offeredProcedures } from "./variant-options";

export interface VariantFieldProps {
  readonly task: LabTask;
  readonly option: OfferedOption;
  readonly values: VariantOptions;
  readonly onChange: (change: Partial<VariantOptions>) => void;
}

/** One setting of a variant. What has no effect under the other settings cannot be changed. */
export function VariantField({ task, option, values, onChange }: VariantFieldProps) {
  const { t } = useTranslation("lab");
  const { demonstrations, temperature, samples } = values;
  const isUnshown = demonstrations === 0;
  const label = t(`options.${option}.label`);
  switch (option) {
    case "demonstrations":
    case "length":
    case "samples":
      return (
        <NumberField
          hint={t(`options.${option}.hint`)}
          isDisabled={option === "samples" && temperature === 0}
          label={label}
          max={Math.max(labLimits[option], values[option])}
          min={option === "samples" ? 1 : 0}
          value={values[option]}
          onChange={(value) => onChange({ [option]: value })}
        />
      );
    case "wrong":
      return (
        <Slider
          format={(share) => `${share}%`}
          isDisabled={isUnshown}
          label={label}
          max={100}
          min={0}
          step={5}
          value={values.wrong}
          onChange={(wrong) => onChange({ wrong })}
        />
      );
    case "temperature":
      return (
        <DecimalField
          hint={t("options.temperature.hint")}
          label={label}
          max={Math.max(labLimits.temperature, temperature)}
          min={0}
          value={temperature}
          onChange={(value) => onChange({ temperature: value })}
        />
      );
    case "vote":
      return (
        <Switch
          hint={t("options.vote.hint")}
          isDisabled={temperature === 0 || samples === 1}
          isSelected={values.vote}
          label={label}
          onChange={(vote) => onChange({ vote })}
        />
      );
    case "labels":
      return (
        <Picker
          isDisabled={isUnshown}
          items={labelings.map((id) => ({ id, label: t(`options.labels.choices.${id}`) }))}
          label={label}
          value={values.labels}
          variant="field"
          onChange={(labels) => onChange({ labels })}
        />
      );
    case "inputs":
      return (
        <Picker
          isDisabled={isUnshown}
          items={inputKinds.map((id) => ({ id, label: t(`options.inputs.choices.${id}`) }))}
          label={label}
          value={values.inputs}
          variant="field"
          onChange={(inputs) => onChange({ inputs })}
        />
      );
    case "procedure":
      return (
        <Picker
          items={offeredProcedures[task].map((id) => ({
            id,
            label: t(`options.procedure.choices.${id}.label`),
            hint: t(`options.procedure.choices.${id}.hint`),
          }))}
          label={label}
          value={values.procedure}
          variant="field"
          onChange={(procedure) => onChange({ procedure })}
        />
      );
    case "expected":
      return (
        <Picker
          items={expectations.map((id) => ({ id, label: t(`options.expected.choices.${id}`) }))}
          label={label}
          value={values.expected}
          variant="field"
          onChange={(expected) => onChange({ expected })}
        />
      );
    default:
      return option satisfies never;
  }
}
