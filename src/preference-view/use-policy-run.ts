import { useEffect, useMemo, useState } from "react";
import type { Drive } from "../race-view/Transport";
import { useRace, useRaceStore } from "../race-view/use-race";
import { sameRace } from "../state/draft";
import { fewestClicks } from "../state/preference-desk";
import { type PolicySettings, preferenceRace } from "../state/preference-race";
import type { DeskState } from "./use-desk";

/** The race that follows the choices as they are now, and how it is driven. */
export interface PolicyRun {
  readonly drive: Drive;
  readonly steps: number;
  /** The race that is open is the one of these choices and settings. */
  readonly isOurs: boolean;
}

export function usePolicyRun(
  { language, desk, clicks, hasReader }: DeskState,
  settings: PolicySettings,
): PolicyRun {
  const store = useRaceStore();
  const phase = useRace((race) => race.phase);
  const draft = useRace((race) => race.draft);
  const step = useRace((race) => race.step);
  const { taste } = desk;
  const spec = useMemo(
    () => preferenceRace({ language: language.id, clicks, taste: hasReader ? taste : null }, settings),
    [language, clicks, hasReader, taste, settings],
  );
  const [isWanted, setWanted] = useState(false);
  const isOurs = sameRace(draft, spec);
  const hasEnough = clicks.length >= fewestClicks;
  // A wish is for the race that was there when it was made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the race is another
  useEffect(() => () => setWanted(false), [spec]);
  useEffect(() => {
    // Nothing here shows a race of former choices or settings: it need not run on.
    if (!isOurs && phase === "running") store.getState().pause();
    if (!isWanted || !isOurs || phase !== "paused") return;
    setWanted(false);
    store.getState().play();
  }, [store, isWanted, isOurs, phase]);
  const play = (): void => {
    setWanted(true);
    const race = store.getState();
    if (!isOurs) race.configure(spec);
    else if (phase === "done") void race.reset();
    else if (phase === "failed") void race.open();
  };
  const pause = (): void => {
    setWanted(false);
    store.getState().pause();
  };
  const shown =
    isOurs && phase === "done" ? "done" : (isOurs && phase === "running") || isWanted ? "running" : "paused";
  const isClosed = !hasEnough || phase === "idle";
  const canReset = isOurs && step > 0 && phase !== "loading";
  return {
    drive: {
      phase: isClosed ? "closed" : shown,
      play,
      pause,
      reset: canReset ? () => void store.getState().reset() : null,
    },
    steps: spec.steps,
    isOurs,
  };
}
