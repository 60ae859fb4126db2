import { useTranslation } from "react-i18next";
import { NumberField } from "../../components/NumberField";
import { Picker } from "../../components/Picker";
import { Switch } from "../../components/Switch";
import type { Architecture } from "../../counting/architecture";
import type { RawOption } from "../../counting/option-kinds";
import type { RawOptions } from "../../counting/options";
import type { OfferedOption } from "./offered";
import { numberOf } from "./use-option-text";

export interface OptionControlProps {
  readonly architecture: Architecture;
  readonly option: OfferedOption;
  readonly values: RawOptions;
  readonly onChange: (values: RawOptions) => void;
}

/** The control of one option. */
export function OptionControl({ architecture, option, values, onChange }: OptionControlProps) {
  const { t } = useTranslation("realModels");
  const { name } = option;
  const label = t(`options.names.${name}`);
  const set = (value: RawOption | undefined): void => {
    const { [name]: _, ...others } = values;
    onChange(value === undefined ? others : { ...others, [name]: value });
  };
  switch (option.kind) {
    case "integer":
      return (
        <NumberField
          isDisabled={option.needsProjection === true && values.prefix_projection !== true}
          label={label}
          max={option.max}
          min={1}
          value={numberOf(option, architecture, values)}
          onChange={set}
        />
      );
    case "switch":
      return <Switch isSelected={values[name] === true} label={label} onChange={set} />;
    case "choice": {
      const own = values[name];
      const isListed = own === undefined || option.choices.some(({ value }) => value === own);
      const items = [
        ...option.choices.map(({ id }) => ({ id: id as string, label: t(`options.choices.${id}`) })),
        ...(isListed ? [] : [{ id: String(own), label: String(own) }]),
      ];
      const chosen =
        own === undefined ? option.choices[0] : option.choices.find(({ value }) => value === own);
      return (
        <Picker
          items={items}
          label={label}
          value={chosen?.id ?? String(own)}
          variant="field"
          onChange={(id) => set(option.choices.find((choice) => choice.id === id)?.value)}
        />
      );
    }
    default:
      throw new Error(`unhandled option: ${JSON.stringify(option satisfies never)}`);
  }
}
