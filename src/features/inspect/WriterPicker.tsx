import { useTranslation } from "react-i18next";
import { LanePicker } from "../../race-view/LanePicker";
import { useLaneStyles } from "../../race-view/use-lane-styles";
import { useRace } from "../../race-view/use-race";

export interface WriterPickerProps {
  /** −1: the base. */
  readonly chosen: number;
  readonly onChoose: (lane: number) => void;
}

/** Who writes the next token: the base or a lane. */
export function WriterPicker({ chosen, onChoose }: WriterPickerProps) {
  const { t } = useTranslation("inspect");
  const laneStyles = useLaneStyles();
  const isOfClasses = useRace((race) => (race.info?.classes.length ?? 0) > 0);
  const base = { key: "base", name: t("write.base"), color: "var(--soft)" };
  return (
    <LanePicker chosen={chosen + 1} lanes={[base, ...laneStyles]} onChoose={(place) => onChoose(place - 1)}>
      <legend className="field-label">{t(isOfClasses ? "write.answerer" : "write.writer")}</legend>
    </LanePicker>
  );
}
