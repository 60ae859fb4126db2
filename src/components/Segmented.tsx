import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import styles from "./Segmented.module.css";

export interface SegmentedProps<Id extends string> {
  /** Accessible name of the group. */
  readonly label: string;
  /** null: none of them. */
  readonly value: Id | null;
  readonly items: readonly { readonly id: Id; readonly label: string }[];
  readonly onChange: (value: Id) => void;
  readonly isDisabled?: boolean;
}

/** One of a few, all in view: linear or log, held out or training. */
export function Segmented<Id extends string>({
  label,
  value,
  items,
  onChange,
  isDisabled,
}: SegmentedProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.segmented ?? ""}
      disallowEmptySelection
      isDisabled={isDisabled ?? false}
      selectedKeys={value === null ? [] : [value]}
      selectionMode="single"
      onSelectionChange={(keys) => {
        const chosen = items.find((item) => keys.has(item.id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id}>
          {item.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
