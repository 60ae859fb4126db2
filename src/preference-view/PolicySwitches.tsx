import { useTranslation } from "react-i18next";
import { Segmented } from "../components/Segmented";
import { Switch } from "../components/Switch";
import { betas, type PolicySettings } from "../state/preference-race";
import styles from "./PolicySwitches.module.css";

export interface PolicySwitchesProps {
  readonly settings: PolicySettings;
  readonly onChange: (settings: PolicySettings) => void;
}

/** The leash, guard pairs and the control. */
export function PolicySwitches({ settings, onChange }: PolicySwitchesProps) {
  const { t } = useTranslation("preferences");
  return (
    <div className={styles.switches}>
      <div>
        <span aria-hidden className="field-label">
          {t("policy.beta")}
        </span>
        <Segmented
          items={betas.map((beta) => ({ id: String(beta), label: String(beta) }))}
          label={t("policy.beta")}
          value={String(settings.beta)}
          onChange={(beta) => onChange({ ...settings, beta: Number(beta) })}
        />
        <p className="field-hint">{t("policy.betaHint")}</p>
      </div>
      <Switch
        hint={t("policy.guardHint")}
        isSelected={settings.guard}
        label={t("policy.guard")}
        onChange={(guard) => onChange({ ...settings, guard })}
      />
      <Switch
        hint={t("policy.shuffledHint")}
        isSelected={settings.shuffled}
        label={t("policy.shuffled")}
        onChange={(shuffled) => onChange({ ...settings, shuffled })}
      />
    </div>
  );
}
