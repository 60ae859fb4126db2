import { Minus, Plus } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { NumberField as AriaNumberField } from "react-aria-components/NumberField";
import { Text } from "react-aria-components/Text";
import styles from "./Number.module.css";
import { usePlainDigits } from "./use-plain-digits";

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  /** Called on every whole change (buttons, arrow keys, leaving the field), always inside the limits. */
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  /** Default 1. */
  readonly step?: number;
  readonly hint?: string;
  /** inline: only the number, underlined, inside a sentence; the label is read out. */
  readonly variant?: "field" | "inline";
  readonly isDisabled?: boolean;
}

/** A whole number with − and + buttons; what is typed outside the limits is brought back to them. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, min, max, step = 1, hint, variant = "field", isDisabled = false } = props;
  const around = usePlainDigits<HTMLDivElement>();
  return (
    <AriaNumberField
      className={`${styles.number} ${styles[variant] ?? ""}`}
      formatOptions={{ useGrouping: false }}
      isDisabled={isDisabled}
      maxValue={max}
      minValue={min}
      step={step}
      value={value}
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next);
      }}
      {...(variant === "inline" ? { "aria-label": label } : {})}
    >
      {variant === "field" && <Label className="field-label">{label}</Label>}
      <Group ref={around} className={styles.group ?? ""}>
        <Button slot="decrement" className={styles.step ?? ""}>
          <Minus aria-hidden size={14} />
        </Button>
        <Input className={styles.input ?? ""} style={{ width: `${String(max).length + 1.5}ch` }} />
        <Button slot="increment" className={styles.step ?? ""}>
          <Plus aria-hidden size={14} />
        </Button>
      </Group>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </AriaNumberField>
  );
}
