import { useEffect, useRef } from "react";
import { useRace, useRaceStore } from "../../race-view/use-race";
import { sameRace } from "../../state/draft";
import type { RaceSpec } from "../../training/race-spec";

/** opening: the engine is on its way. elsewhere: the learner has another race open, which is left alone. */
export type LiveStatus = "opening" | "ready" | "running" | "paused" | "done" | "elsewhere" | "failed";

/** Opens the race of Home where no race is open yet, and lets it run; once, and without touching another race. */
export function useLiveRace(spec: RaceSpec, mayStart: boolean): LiveStatus {
  const store = useRaceStore();
  const phase = useRace((race) => race.phase);
  const opened = useRace((race) => race.info?.spec ?? race.draft);
  const step = useRace((race) => race.step);
  const ours = useRef(false);
  const same = sameRace(spec, opened);

  useEffect(() => {
    const race = store.getState();
    if (race.phase !== "idle") return;
    race.configure(spec);
    ours.current = true;
    void race.open();
  }, [store, spec]);
  useEffect(() => store.getState().attend(), [store]);

  useEffect(() => {
    if (!ours.current || !same || phase !== "paused" || !mayStart) return;
    ours.current = false;
    store.getState().play();
  }, [store, same, phase, mayStart]);

  if (phase === "idle") return "opening";
  if (!same) return "elsewhere";
  if (phase === "loading") return "opening";
  if (phase === "paused") return step === 0 ? "ready" : "paused";
  return phase;
}
