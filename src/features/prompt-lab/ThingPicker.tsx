import { Picker } from "../../components/Picker";
import { pictureOf, useThingName } from "../../prompt-view/thing-names";
import { things } from "../../tasks/reader/things";

export interface ThingPickerProps {
  readonly label: string;
  /** The token of a thing; "" where none is chosen yet. */
  readonly value: string;
  readonly onChange: (thing: string) => void;
}

/** One of the 48 things, with picture and name. */
export function ThingPicker({ label, value, onChange }: ThingPickerProps) {
  const nameOf = useThingName();
  const items = things.map(({ name, picture }) => ({ id: name, label: `${picture} ${nameOf(name)}` }));
  const picture = pictureOf(value);
  return (
    <Picker
      display={picture === null ? "–" : `${picture} ${nameOf(value)}`}
      items={items}
      label={label}
      value={value}
      variant="field"
      onChange={onChange}
    />
  );
}
