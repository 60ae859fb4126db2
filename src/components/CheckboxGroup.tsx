import { Check } from "lucide-react";
import { Checkbox } from "react-aria-components/Checkbox";
import { CheckboxGroup as AriaCheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import styles from "./CheckboxGroup.module.css";

export interface CheckboxGroupProps {
  readonly label: string;
  readonly value: readonly string[];
  /** Always in the order of `items`; never empty: the last one ticked cannot be unticked. */
  readonly onChange: (value: readonly string[]) => void;
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

/** At least one of several. */
export function CheckboxGroup({
  label,
  value,
  onChange,
  items,
  hint,
  isDisabled = false,
}: CheckboxGroupProps) {
  return (
    <AriaCheckboxGroup
      isDisabled={isDisabled}
      value={[...value]}
      onChange={(next) => {
        if (next.length > 0) onChange(items.map((item) => item.id).filter((id) => next.includes(id)));
      }}
    >
      <Label className="field-label">{label}</Label>
      <div className={styles.items}>
        {items.map((item) => (
          <Checkbox key={item.id} className={styles.check ?? ""} value={item.id}>
            <span className={styles.box} aria-hidden>
              <Check size={13} strokeWidth={3} />
            </span>
            {item.label}
          </Checkbox>
        ))}
      </div>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </AriaCheckboxGroup>
  );
}
