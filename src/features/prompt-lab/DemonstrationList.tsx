import { ArrowLeft, ArrowRight, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { Toolbar } from "react-aria-components/Toolbar";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/IconButton";
import { VisuallyHidden } from "../../components/VisuallyHidden";
import { moved } from "../../lib/moved";
import { useThingName } from "../../prompt-view/thing-names";
import { DemonstrationChip } from "./DemonstrationChip";
import styles from "./lab-things.module.css";
import { ThingPicker } from "./ThingPicker";
import { type Demonstration, otherLabel } from "./thing-prompt";
import { useChipDrag } from "./use-chip-drag";

export interface DemonstrationListProps {
  readonly demonstrations: readonly Demonstration[];
  readonly onChange: (demonstrations: readonly Demonstration[]) => void;
}

/** The demonstrations in their order. One that is chosen can be moved, changed and removed with buttons. */
export function DemonstrationList({ demonstrations, onChange }: DemonstrationListProps) {
  const { t } = useTranslation("lab");
  const nameOf = useThingName();
  const list = useRef<HTMLUListElement>(null);
  const [chosen, choose] = useState<number | null>(null);
  const [said, say] = useState("");
  const move = (from: number, to: number): void => {
    onChange(moved(demonstrations, from, to));
    choose(to);
    const name = nameOf(demonstrations[from]?.thing ?? "");
    say(t("things.moved", { name, place: to + 1, all: demonstrations.length }));
  };
  const change = (place: number, one: Demonstration): void =>
    onChange(demonstrations.map((former, i) => (i === place ? one : former)));
  const drag = useChipDrag(list, move);
  const place = chosen !== null && chosen < demonstrations.length ? chosen : null;
  const current = place === null ? undefined : demonstrations[place];
  return (
    <>
      <Toolbar
        aria-label={t("things.list", { count: demonstrations.length })}
        className={styles.toolbar ?? ""}
      >
        <ul ref={list} className={styles.chips} data-dragging={drag.drag !== null} tabIndex={-1}>
          {demonstrations.map((demonstration, i) => (
            <DemonstrationChip
              // biome-ignore lint/suspicious/noArrayIndexKey: a demonstration is known by its place
              key={i}
              choose={(isChosen) => choose(isChosen ? i : null)}
              demonstration={demonstration}
              drag={drag}
              flip={() =>
                change(i, { ...demonstration, label: otherLabel(demonstration.label, demonstrations) })
              }
              isChosen={place === i}
              place={i}
            />
          ))}
        </ul>
      </Toolbar>
      {place !== null && current && (
        <fieldset aria-label={t("things.edit", { place: place + 1 })} className={styles.edit}>
          <ThingPicker
            label={t("things.thing", { place: place + 1 })}
            value={current.thing}
            onChange={(thing) => change(place, { ...current, thing })}
          />
          <IconButton
            isDisabled={place === 0}
            label={t("things.earlier")}
            onPress={() => move(place, place - 1)}
          >
            <ArrowLeft aria-hidden size={17} />
          </IconButton>
          <IconButton
            isDisabled={place === demonstrations.length - 1}
            label={t("things.later")}
            onPress={() => move(place, place + 1)}
          >
            <ArrowRight aria-hidden size={17} />
          </IconButton>
          <IconButton
            label={t("things.remove")}
            onPress={() => {
              onChange(demonstrations.filter((_, i) => i !== place));
              choose(null);
              const isLast = demonstrations.length === 1;
              (isLast ? list.current : list.current?.querySelector<HTMLElement>("button"))?.focus();
            }}
          >
            <Trash2 aria-hidden size={17} />
          </IconButton>
        </fieldset>
      )}
      <VisuallyHidden as="div">
        <p aria-live="polite">{said}</p>
      </VisuallyHidden>
    </>
  );
}
