import { type CSSProperties, Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Popover } from "../../components/Popover";
import { LaneEditor } from "./LaneEditor";
import { type LaneLook, useLaneLooks } from "./use-lanes";

/** Keeps a comma on the line of what it follows. */
const wordJoiner = "\u2060";

/** The lanes inside the sentence, as the language lists things: "full, adapter and LoRA". */
export function LaneChips() {
  const { i18n } = useTranslation("playground");
  const looks = useLaneLooks();
  const [openLane, setOpenLane] = useState<number | null>(null);
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" }).formatToParts(
    looks.map((_, i) => String(i)),
  );
  return (
    <span className="lane-chips">
      {list.map(({ type, value }, i) => {
        const look = looks[Number(value)];
        if (type === "literal" || !look) {
          // biome-ignore lint/suspicious/noArrayIndexKey: words between the lanes are told apart by their place
          return <Fragment key={`between ${i}`}>{wordJoiner + value}</Fragment>;
        }
        const lane = Number(value);
        return (
          <LaneChip
            key={`lane ${value}`}
            isOpen={openLane === lane}
            lane={lane}
            look={look}
            onOpenChange={(open) => setOpenLane(open ? lane : null)}
          />
        );
      })}
    </span>
  );
}

interface LaneChipProps {
  readonly lane: number;
  readonly look: LaneLook;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

function LaneChip({ lane, look, isOpen, onOpenChange }: LaneChipProps) {
  const { t } = useTranslation("playground");
  return (
    <span className="lane-chip" style={{ "--lane": look.color } as CSSProperties}>
      <Popover
        isOpen={isOpen}
        title={t("lane.title", { name: look.name })}
        trigger={
          <Button className="lane-chip-button" label={t("lane.change", { name: look.name })} variant="quiet">
            {look.name}
          </Button>
        }
        onOpenChange={onOpenChange}
      >
        <LaneEditor lane={lane} />
      </Popover>
    </span>
  );
}
