import { type KeyboardEvent, useState } from "react";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextField } from "react-aria-components/TextField";
import { readWhole } from "../lib/whole-number";
import { neighbour } from "./DecimalField";
import styles from "./Number.module.css";

export interface WholeFieldProps {
  readonly label: string;
  readonly value: number;
  /** Called when the field is left, on Enter and on arrow keys, always inside the limits. */
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

/** A whole number from a wide range, typed in any width ("2,000", "２０００"). Arrow keys go 1, 2, 5, 10. */
export function WholeField(props: WholeFieldProps) {
  const { label, value, onChange, min, max, hint, isDisabled = false } = props;
  const [draft, setDraft] = useState<string | null>(null);

  const choose = (number: number): void => {
    const inside = Math.min(max, Math.max(min, Math.round(number)));
    if (inside !== value) onChange(inside);
  };
  const commit = (text: string): void => {
    setDraft(null);
    const number = readWhole(text);
    if (number !== null) choose(number);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, Enter ends the composition.
    if (event.key === "Enter" && !event.nativeEvent.isComposing) commit(draft ?? String(value));
    if (event.key === "Escape") setDraft(null);
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    setDraft(null);
    const from = (draft === null ? null : readWhole(draft)) ?? value;
    choose(event.key === "ArrowUp" ? Math.max(from + 1, neighbour(from, true)) : neighbour(from, false));
  };
  return (
    <TextField
      className={styles.number ?? ""}
      inputMode="numeric"
      isDisabled={isDisabled}
      value={draft ?? String(value)}
      onBlur={() => draft !== null && commit(draft)}
      onChange={setDraft}
    >
      <Label className="field-label">{label}</Label>
      <Input className={`${styles.input} ${styles.alone}`} onKeyDown={onKeyDown} />
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </TextField>
  );
}
