import { useTranslation } from "react-i18next";
import { Slider } from "../../components/Slider";
import { Switch } from "../../components/Switch";
import styles from "./inspect.module.css";

export interface StrengthControlProps {
  /** null: the base, which has no strength. */
  readonly method: string | null;
  /** false: only on or off. */
  readonly scalable: boolean;
  readonly strength: number;
  readonly onStrength: (strength: number) => void;
}

/** How much of what a lane learned is used: none is the base, 1 is as it was trained. */
export function StrengthControl({ method, scalable, strength, onStrength }: StrengthControlProps) {
  const { t } = useTranslation("inspect");
  return (
    <div className={styles.writeStrength}>
      {method !== null && !scalable ? (
        <Switch
          hint={t("write.notScalable")}
          isSelected={strength > 0}
          label={t("write.strengthOn")}
          onChange={(on) => onStrength(on ? 1 : 0)}
        />
      ) : (
        <>
          <Slider
            format={(value) => value.toFixed(2)}
            isDisabled={method === null}
            label={t("write.strength")}
            max={2}
            min={0}
            step={0.05}
            value={method === null ? 0 : strength}
            onChange={onStrength}
          />
          <p className="field-hint">{t(method === null ? "write.strengthOfBase" : "write.strengthHint")}</p>
        </>
      )}
    </div>
  );
}
