import { useTranslation } from "react-i18next";
import type { BaseId } from "../../bases/index";
import { Slider } from "../../components/Slider";
import { useNumbers } from "../../i18n/numbers";
import type { BaseWeights } from "../../training/race-spec";
import styles from "./lab-setup.module.css";
import { snapshotsOf, stepOf, weightsAt } from "./snapshots";

export interface SnapshotSliderProps {
  readonly base: BaseId;
  readonly from: BaseWeights;
  readonly onChange: (from: BaseWeights) => void;
}

/** How long the base was pretrained: one of its snapshots. */
export function SnapshotSlider({ base, from, onChange }: SnapshotSliderProps) {
  const { t } = useTranslation("lab");
  const numbers = useNumbers();
  const steps = snapshotsOf(base);
  const place = Math.max(0, steps.indexOf(stepOf(base, from)));
  return (
    <div className={styles.slider}>
      <Slider
        format={(i) => {
          const step = steps[i] ?? 0;
          return step === 0
            ? t("setup.untrained")
            : t("setup.steps", { count: step, value: numbers.count(step) });
        }}
        label={t("setup.snapshot")}
        max={steps.length - 1}
        min={0}
        value={place}
        onChange={(i) => onChange(weightsAt(base, steps[i] ?? 0))}
      />
    </div>
  );
}
