import { driveOf } from "./drive-of";
import type { Drive } from "./Transport";
import { useRace, useRaceStore } from "./use-race";

/** The open race as its transport drives it. */
export function useRaceDrive(): Drive {
  const store = useRaceStore();
  const phase = useRace((race) => race.phase);
  const isAtStart = useRace((race) => race.step === 0);
  return driveOf(phase, isAtStart, store.getState());
}
