import { type CSSProperties, Fragment, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Popover } from "../../components/Popover";
import { type LaneStyle, useLaneStyles } from "../../race-view/use-lane-styles";
import { LaneSettings } from "./LaneSettings";
import styles from "./sentence.module.css";

/** The lanes inside the sentence, as the language lists things: "full, adapter and LoRA". `children`: the mark after the last. */
export function LaneChips({ children }: { readonly children?: ReactNode }) {
  const { i18n } = useTranslation("playground");
  const laneStyles = useLaneStyles();
  const [openLane, setOpenLane] = useState<number | null>(null);
  const between = wordsBetween(laneStyles.length, i18n.language);
  return laneStyles.map((laneStyle, lane) => {
    const [mark, rest] = between[lane] ?? [children, ""];
    return (
      <Fragment key={laneStyle.key}>
        <span className={styles.keep}>
          <LaneChip
            isOpen={openLane === lane}
            lane={lane}
            laneStyle={laneStyle}
            onOpenChange={(open) => setOpenLane(open ? lane : null)}
          />
          {mark}
        </span>
        {rest}
      </Fragment>
    );
  });
}

/** What stands between so many things in a list, each as the mark that belongs to the thing before it and the rest: [",", " and "]. */
function wordsBetween(count: number, language: string): readonly (readonly [mark: string, rest: string])[] {
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return list
    .formatToParts(Array.from({ length: count }, String))
    .filter(({ type }) => type === "literal")
    .map(({ value }) => {
      const [, mark = "", rest = ""] = /^([,，、]?)(.*)$/s.exec(value) ?? [];
      return [mark, rest];
    });
}

interface LaneChipProps {
  readonly lane: number;
  readonly laneStyle: LaneStyle;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

function LaneChip({ lane, laneStyle, isOpen, onOpenChange }: LaneChipProps) {
  const { t } = useTranslation("playground");
  return (
    <span style={{ "--lane": laneStyle.color } as CSSProperties}>
      <Popover
        isOpen={isOpen}
        title={t("lane.title", { name: laneStyle.name })}
        trigger={
          <Button
            className={styles.laneChipButton}
            label={t("lane.change", { name: laneStyle.name })}
            variant="quiet"
          >
            {laneStyle.name}
          </Button>
        }
        onOpenChange={onOpenChange}
      >
        <LaneSettings lane={lane} />
      </Popover>
    </span>
  );
}
