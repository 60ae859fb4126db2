import { useState } from "react";
import { useHydrated } from "../components/use-hydrated";
import { fewestClicks } from "../state/preference-desk";
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

/**
 * The parts asked for, in the order of the way, on the choices that are kept in this browser; and the desk wherever there
 * are too few of them to train on.
 */
export function PreferenceParts(props: PreferencePartsProps) {
  return (
    <PreferenceRaceShown>
      <Parts {...props} />
    </PreferenceRaceShown>
  );
}

function Parts({ parts, ...policy }: PreferencePartsProps) {
  const { language, clicks } = useDesk();
  const isHydrated = useHydrated();
  // Once there, it stays: it must not go away while the learner is choosing.
  const [isNeeded, setNeeded] = useState(false);
  if (isHydrated && !isNeeded && clicks.length < fewestClicks) setNeeded(true);
  useSentenceRace(language.id);
  return (
    <div className={styles.parts}>
      {(isNeeded || parts.includes("desk")) && <LabellingDesk />}
      {parts.includes("reward") && <RewardPanel />}
      {parts.includes("policy") && <PolicyRace {...policy} />}
    </div>
  );
}
