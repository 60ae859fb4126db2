import { useWords } from "../i18n/words";
import type { AnyOptions, OptionSpec, OptionSpecs } from "../lib/options";
import { CheckboxGroup } from "./CheckboxGroup";
import { DecimalField } from "./DecimalField";
import { NumberField } from "./NumberField";
import styles from "./OptionsForm.module.css";
import { Picker } from "./Picker";
import { Switch } from "./Switch";

export interface OptionsFormProps {
  /** Id of the method: its words are `methods:<id>.options.<option>`. */
  readonly method: string;
  readonly specs: OptionSpecs;
  readonly values: AnyOptions;
  /** All values, one of them changed and inside its limits. */
  readonly onChange: (values: AnyOptions) => void;
  readonly isDisabled?: boolean;
}

/** A form made from option specs, in the order of the specs. */
export function OptionsForm({ method, specs, values, onChange, isDisabled = false }: OptionsFormProps) {
  return (
    <div className={styles.options}>
      {Object.entries(specs).map(([name, spec]) => (
        <OptionField
          key={name}
          isDisabled={isDisabled}
          method={method}
          name={name}
          spec={spec}
          value={values[name] ?? spec.default}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
      ))}
    </div>
  );
}

interface OptionFieldProps {
  readonly method: string;
  readonly name: string;
  readonly spec: OptionSpec;
  readonly value: AnyOptions[string];
  readonly onChange: (value: AnyOptions[string]) => void;
  readonly isDisabled: boolean;
}

function OptionField({ method, name, spec, value, onChange, isDisabled }: OptionFieldProps) {
  const words = useWords();
  const shared = { ...words.option(method, name), isDisabled };
  const items = (choices: readonly string[]) =>
    choices.map((id) => ({ id, label: words.choice(method, name, id) }));
  switch (spec.kind) {
    case "integer":
      return (
        <NumberField {...shared} max={spec.max} min={spec.min} value={Number(value)} onChange={onChange} />
      );
    case "number":
      return (
        <DecimalField {...shared} max={spec.max} min={spec.min} value={Number(value)} onChange={onChange} />
      );
    case "switch":
      return <Switch {...shared} isSelected={value === true} onChange={onChange} />;
    case "choice":
      return (
        <Picker
          {...shared}
          items={items(spec.choices)}
          value={String(value)}
          variant="field"
          onChange={onChange}
        />
      );
    case "set":
      return (
        <CheckboxGroup
          {...shared}
          items={items(spec.choices)}
          value={Array.isArray(value) ? value : spec.default}
          onChange={onChange}
        />
      );
    case "hash":
      // Data are chosen where they are brought, not typed by their hash.
      return null;
    default:
      return spec satisfies never;
  }
}
