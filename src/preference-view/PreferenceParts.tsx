import { LabellingDesk } from "./LabellingDesk";
import { PolicyRace, type PolicyRaceProps } from "./PolicyRace";
import styles from "./PreferenceParts.module.css";
import { PreferenceRaceShown } from "./PreferenceProvider";
import { RewardPanel } from "./RewardPanel";
import { useDesk } from "./use-desk";
import { useSentenceRace } from "./use-sentence-race";

/** The parts of the way from choices to a policy. */
export type PreferencePart = "desk" | "reward" | "policy";

export interface PreferencePartsProps extends PolicyRaceProps {
  readonly parts: readonly PreferencePart[];
}

/** The parts asked for, in the order of the way, on the choices that are kept in this browser. */
export function PreferenceParts(props: PreferencePartsProps) {
  return (
    <PreferenceRaceShown>
      <Parts {...props} />
    </PreferenceRaceShown>
  );
}

function Parts({ parts, ...policy }: PreferencePartsProps) {
  const { language } = useDesk();
  useSentenceRace(language.id);
  return (
    <div className={styles.parts}>
      {parts.includes("desk") && <LabellingDesk />}
      {parts.includes("reward") && <RewardPanel />}
      {parts.includes("policy") && <PolicyRace {...policy} />}
    </div>
  );
}
