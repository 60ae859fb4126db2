import { useTranslation } from "react-i18next";
import { Segmented } from "../../components/Segmented";
import type { ForgettingMeasure } from "../../state/forgetting";

export interface MeasureProps {
  readonly measure: ForgettingMeasure;
  readonly onMeasure: (measure: ForgettingMeasure) => void;
}

/** How forgetting is told, in all figures of it at once. */
export function MeasurePicker({ measure, onMeasure }: MeasureProps) {
  const { t } = useTranslation("playground");
  return (
    <Segmented
      items={(["exact", "loss"] as const).map((id) => ({ id, label: t(`forgot.${id}`) }))}
      label={t("forgot.measure")}
      value={measure}
      onChange={onMeasure}
    />
  );
}
