import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { useLaneLooks } from "../../race-view/use-lanes";
import { useRace } from "../../race-view/use-race";

/** Who writes the next token: the base (−1) or a lane. */
export function WriterPicker({
  chosen,
  onChoose,
}: {
  readonly chosen: number;
  readonly onChoose: (lane: number) => void;
}) {
  const { t } = useTranslation("inspect");
  const looks = useLaneLooks();
  const isOfClasses = useRace((race) => (race.info?.classes.length ?? 0) > 0);
  const writers = [
    { key: "base", name: t("write.base"), color: "var(--soft)" },
    ...looks.map(({ key, name, color }) => ({ key, name, color })),
  ];
  return (
    <fieldset className="lane-picker">
      <legend className="field-label">{t(isOfClasses ? "write.answerer" : "write.writer")}</legend>
      {writers.map(({ key, name, color }, i) => (
        <button
          key={key}
          aria-pressed={i - 1 === chosen}
          style={{ "--lane": color } as CSSProperties}
          type="button"
          onClick={() => onChoose(i - 1)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
