import { useCallback, useEffect, useRef, useState } from "react";
import { sameRace } from "../../state/draft";
import type { RaceSpec } from "../../training/race-spec";
import { useLessonRace } from "./lesson-race";

export interface StepRace {
  /** The engine is on the race of this step: what it shows is of this step. */
  readonly isOurs: boolean;
  /** Starts this race as soon as the engine is ready; from the beginning where it is done. */
  start(spec: RaceSpec | null): void;
  /** Tells whether the figure is seen: unseen it halts, seen again it goes on. */
  setSeen(seen: boolean): void;
}

/**
 * Puts a race on the one engine of the lessons. `spec` null: the step has no race, and nothing is touched. `fresh`: a
 * race that has run already begins anew, since there is something to guess first.
 */
export function useStepRace(spec: RaceSpec | null, fresh: boolean): StepRace {
  const phase = useLessonRace((race) => race.phase);
  const draft = useLessonRace((race) => race.draft);
  const isOurs = spec !== null && sameRace(draft, spec);
  const wanted = useRef(false);
  const halted = useRef(false);
  const [seen, setSeen] = useState(true);
  const first = useRef(fresh);

  useEffect(() => {
    if (!spec) return;
    const race = useLessonRace.getState();
    const again = first.current && sameRace(race.draft, spec) && race.step > 0;
    first.current = false;
    race.configure(spec);
    if (race.phase === "idle") void race.open();
    else if (again) void race.reset();
  }, [spec]);

  useEffect(() => {
    if (isOurs && seen && wanted.current && phase === "paused") {
      wanted.current = false;
      useLessonRace.getState().play();
    }
  }, [isOurs, phase, seen]);

  useEffect(() => {
    const { phase: now, pause, play } = useLessonRace.getState();
    if (!seen && now === "running") {
      halted.current = true;
      pause();
    } else if (seen && halted.current) {
      halted.current = false;
      if (isOurs) play();
    }
  }, [seen, isOurs]);

  useEffect(() => () => useLessonRace.getState().pause(), []);

  const start = useCallback((asked: RaceSpec | null) => {
    const race = useLessonRace.getState();
    wanted.current = true;
    if (!asked || !sameRace(race.draft, asked)) return;
    if (race.phase === "paused") {
      wanted.current = false;
      race.play();
    } else if (race.phase === "done") void race.reset();
    else if (race.phase === "failed") void race.open();
  }, []);
  return { isOurs, start, setSeen };
}
