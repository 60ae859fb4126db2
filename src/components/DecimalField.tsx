import { type KeyboardEvent, useState } from "react";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextField } from "react-aria-components/TextField";
import styles from "./Number.module.css";

export interface DecimalFieldProps {
  readonly label: string;
  readonly value: number;
  /** Called when the field is left, on Enter and on arrow keys, always inside the limits. */
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly hint?: string;
  readonly isDisabled?: boolean;
  /** true: the label is only read out. */
  readonly hideLabel?: boolean;
}

/** A small or large number that lives on a log scale (learning rates, standard deviations): 0.001, 1e-4. Arrow keys go 1, 2, 5, 10. */
export function DecimalField(props: DecimalFieldProps) {
  const { label, value, onChange, min, max, hint, isDisabled = false, hideLabel = false } = props;
  const [draft, setDraft] = useState<string | null>(null);

  const commit = (text: string): void => {
    setDraft(null);
    // Chinese input types figures in full width: NFKC makes them plain.
    const plain = text.normalize("NFKC").trim();
    const number = Number(plain.replace(",", "."));
    if (plain === "" || !Number.isFinite(number)) return;
    const inside = Math.min(max, Math.max(min, number));
    if (inside !== value) onChange(inside);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter") commit(draft ?? String(value));
    if (event.key === "Escape") setDraft(null);
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    commit(String(neighbour(value, event.key === "ArrowUp")));
  };
  return (
    <TextField
      className={styles.number ?? ""}
      inputMode="decimal"
      isDisabled={isDisabled}
      value={draft ?? String(value)}
      onBlur={() => draft !== null && commit(draft)}
      onChange={setDraft}
      {...(hideLabel ? { "aria-label": label } : {})}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <Input className={`${styles.input} ${styles.alone}`} onKeyDown={onKeyDown} />
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </TextField>
  );
}

/** The next number up or down in the series 1, 2, 5, 10, 20, … */
export function neighbour(value: number, up: boolean): number {
  if (value <= 0) return up ? 0.001 : 0;
  const power = Math.floor(Math.log10(value) + 1e-9);
  const series = [power - 1, power, power + 1].flatMap((exponent) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${exponent}`)),
  );
  const next = up
    ? series.find((step) => step > value * 1.001)
    : series.findLast((step) => step < value * 0.999);
  return next ?? value;
}
