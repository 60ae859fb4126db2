import { useTranslation } from "react-i18next";
import { Segmented } from "../components/Segmented";
import { Switch } from "../components/Switch";
import { betas, fewestForHead, type PolicySettings } from "../state/preference-race";
import { rewardModelIds } from "../training/preferences/preference-spec";
import styles from "./PolicySwitches.module.css";

export interface PolicySwitchesProps {
  readonly settings: PolicySettings;
  /** How many choices there are. */
  readonly clicks: number;
  readonly onChange: (settings: PolicySettings) => void;
}

/** The leash, guard pairs, the control; what learns the reward, and PPO as a further lane. */
export function PolicySwitches({ settings, clicks, onChange }: PolicySwitchesProps) {
  const { t } = useTranslation("preferences");
  const missing = fewestForHead - clicks;
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
      <div>
        <span aria-hidden className="field-label">
          {t("policy.rewardModel")}
        </span>
        <Segmented
          isDisabled={missing > 0}
          items={rewardModelIds.map((id) => ({ id, label: t(`head.${id}`) }))}
          label={t("policy.rewardModel")}
          value={missing > 0 ? "words" : settings.rewardModel}
          onChange={(rewardModel) => onChange({ ...settings, rewardModel })}
        />
        <p className="field-hint">
          {missing > 0 ? t("head.missing", { count: missing }) : t("policy.rewardModelHint")}
        </p>
      </div>
      <Switch
        hint={t("policy.clippingHint")}
        isSelected={settings.clipping}
        label={t("policy.clipping")}
        onChange={(clipping) => onChange({ ...settings, clipping })}
      />
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
