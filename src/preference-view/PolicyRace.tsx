import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../components/Card";
import { StageCover } from "../race-view/StageCover";
import { Transport } from "../race-view/Transport";
import { useRace } from "../race-view/use-race";
import { fewestClicks } from "../state/preference-desk";
import { type PolicySettings, usualPolicy } from "../state/preference-race";
import { Frontier } from "./Frontier";
import { PolicyCurves } from "./PolicyCurves";
import styles from "./PolicyRace.module.css";
import { PolicySwitches } from "./PolicySwitches";
import { PolicyTable } from "./PolicyTable";
import { usePolicyLanes } from "./policy-lanes";
import { SampleTable } from "./SampleTable";
import { useDesk } from "./use-desk";
import { usePolicyRun } from "./use-policy-run";

export interface PolicyRaceProps {
  /** How the switches are at first. */
  readonly start?: Partial<PolicySettings>;
  /** Show gold against the root of KL too, once gold is revealed. */
  readonly hasFrontier?: boolean;
}

/** The race that follows the choices: REINFORCE, DPO and best-of-n from one start. */
export function PolicyRace({ start = {}, hasFrontier = false }: PolicyRaceProps) {
  const { t } = useTranslation("preferences");
  const desk = useDesk();
  const [settings, setSettings] = useState<PolicySettings>({ ...usualPolicy, ...start });
  const { drive, steps, isOurs } = usePolicyRun(desk, settings);
  const missing = fewestClicks - desk.clicks.length;
  const lanes = usePolicyLanes(isOurs);
  const [isRevealed, setRevealed] = useState(false);
  const phase = useRace((race) => race.phase);
  return (
    <>
      <Card
        hideTitle
        aside={<Transport drive={drive} labels={{ play: t("policy.train", { count: steps }) }} />}
        title={t("policy.title")}
      >
        <div className={styles.policy}>
          {missing > 0 && <p className="soft">{t("policy.needs", { count: missing })}</p>}
          <PolicySwitches clicks={desk.clicks.length} settings={settings} onChange={setSettings} />
          <div className={styles.stage}>
            <PolicyCurves
              hasGold={desk.hasReader && desk.desk.taste !== null}
              isRevealed={isRevealed}
              lanes={lanes}
              steps={steps}
              onReveal={() => setRevealed(true)}
            />
            {(phase === "failed" || (isOurs && phase === "loading")) && <StageCover />}
          </div>
          <PolicyTable lanes={lanes} />
        </div>
      </Card>
      {hasFrontier && isRevealed && <Frontier isOurs={isOurs} lanes={lanes} />}
      <SampleTable beta={settings.beta} isOurs={isOurs} lanes={lanes} />
    </>
  );
}
