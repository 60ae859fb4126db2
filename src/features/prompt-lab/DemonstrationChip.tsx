import { GripVertical } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { useTranslation } from "react-i18next";
import { pictureOf, useThingName } from "../../prompt-view/thing-names";
import styles from "./lab-things.module.css";
import type { Demonstration } from "./thing-prompt";
import type { ChipDrag } from "./use-chip-drag";

export interface DemonstrationChipProps {
  readonly demonstration: Demonstration;
  readonly place: number;
  readonly isChosen: boolean;
  readonly drag: ChipDrag;
  choose(isChosen: boolean): void;
  flip(): void;
}

/** One demonstration: dragged by its grip, chosen by its thing, labelled otherwise by a press on its label. */
export function DemonstrationChip({
  demonstration,
  place,
  isChosen,
  drag,
  choose,
  flip,
}: DemonstrationChipProps) {
  const { t } = useTranslation("lab");
  const nameOf = useThingName();
  const { thing, label } = demonstration;
  const isDragged = drag.drag?.from === place;
  const [x, y] = isDragged && drag.drag ? drag.drag.by : [0, 0];
  const name = thing === "" ? t("things.noThing") : nameOf(thing);
  return (
    <li
      data-dragged={isDragged}
      data-target={drag.drag !== null && !isDragged && drag.drag.to === place}
      onLostPointerCapture={drag.cancel}
      onPointerCancel={drag.cancel}
      onPointerDown={(event) => drag.grab(event, place)}
      onPointerMove={drag.follow}
      onPointerUp={drag.drop}
    >
      <div
        className={styles.chip}
        data-chosen={isChosen}
        style={isDragged ? { transform: `translate(${x}px, ${y}px)` } : undefined}
      >
        <span aria-hidden data-grip className={styles.grip}>
          <GripVertical size={15} />
        </span>
        <ToggleButton
          aria-label={t("things.choose", { place: place + 1, name })}
          className={styles.thing ?? ""}
          isSelected={isChosen}
          onChange={choose}
        >
          <span aria-hidden className={styles.picture}>
            {pictureOf(thing) ?? "–"}
          </span>
          {name}
        </ToggleButton>
        <Button
          aria-label={t("things.label", { name, label: label === "" ? t("things.noLabel") : nameOf(label) })}
          className={styles.label ?? ""}
          onPress={flip}
        >
          {label === "" ? "–" : nameOf(label)}
        </Button>
      </div>
    </li>
  );
}
