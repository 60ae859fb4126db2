import type { Drive } from "./Transport";
import { useRace, useRaceStore } from "./use-race";

/** The open race as its transport drives it. */
export function useRaceDrive(): Drive {
  const store = useRaceStore();
  const phase = useRace((race) => race.phase);
  const atStart = useRace((race) => race.step === 0);
  const { play, pause, stepOnce, reset } = store.getState();
  const isOpen = phase === "running" || phase === "paused" || phase === "done";
  return {
    phase: isOpen ? phase : "closed",
    play: phase === "done" ? () => void reset().then(play) : play,
    pause,
    stepOnce: phase === "paused" ? stepOnce : null,
    reset: isOpen && !atStart ? () => void reset() : null,
  };
}
