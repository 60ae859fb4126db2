import type { CSSProperties, ReactNode } from "react";
import styles from "./LanePicker.module.css";
import type { LaneStyle } from "./use-lane-styles";

export interface LanePickerProps {
  readonly lanes: readonly Pick<LaneStyle, "key" | "name" | "color">[];
  /** Place of the chosen one. */
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
  /** Names the group; left out where `children` hold a legend. */
  readonly label?: string;
  readonly children?: ReactNode;
}

/** One of the lanes, each with its colour. */
export function LanePicker({ lanes, chosen, onChoose, label, children }: LanePickerProps) {
  return (
    <fieldset aria-label={label} className={styles.picker}>
      {children}
      {lanes.map(({ key, name, color }, place) => (
        <button
          key={key}
          aria-pressed={place === chosen}
          style={{ "--lane": color } as CSSProperties}
          type="button"
          onClick={() => onChoose(place)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
