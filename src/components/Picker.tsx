import { ChevronDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import "./controls.css";
import "./overlays.css";

export interface PickerItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A second, softer line in the list. */
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

export interface PickerProps<Id extends string> {
  /** Accessible name; shown above the value in the "field" variant. */
  readonly label: string;
  readonly value: Id;
  readonly items: readonly PickerItem<Id>[];
  readonly onChange: (value: Id) => void;
  /** inline: underlined words inside a sentence (put the sentence in a div, a p cannot hold it). field: a labelled box. */
  readonly variant?: "inline" | "field";
  /** What the inline variant shows when it differs from the item's label in the list ("past tense" inside a sentence). */
  readonly display?: string;
  readonly isDisabled?: boolean;
}

/** One of a list, closed until pressed. */
export function Picker<Id extends string>(props: PickerProps<Id>) {
  const { label, value, items, onChange, variant = "inline", display, isDisabled = false } = props;
  const shown = display ?? items.find((item) => item.id === value)?.label ?? value;
  return (
    <Select
      className={`picker picker-${variant}`}
      isDisabled={isDisabled}
      value={value}
      onChange={(key) => {
        const chosen = items.find((item) => item.id === key);
        if (chosen) onChange(chosen.id);
      }}
      {...(variant === "inline" ? { "aria-label": label } : {})}
    >
      {variant === "field" && <Label className="field-label">{label}</Label>}
      <Button className="picker-button">
        <SelectValue className="picker-value">{() => shown}</SelectValue>
        <ChevronDown aria-hidden size={variant === "inline" ? "0.6em" : 16} strokeWidth={2.5} />
      </Button>
      <Popover className="popover picker-popover" offset={6} placement="bottom start">
        <ListBox className="picker-list">
          {items.map((item) => (
            <ListBoxItem
              key={item.id}
              id={item.id}
              className="picker-item"
              isDisabled={item.isDisabled ?? false}
              textValue={item.label}
            >
              <Text slot="label">{item.label}</Text>
              {item.hint && (
                <Text slot="description" className="picker-hint">
                  {item.hint}
                </Text>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
