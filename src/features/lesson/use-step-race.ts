import { useCallback, useEffect, useRef, useState } from "react";
import { useRace, useRaceStore } from "../../race-view/use-race";
import { sameRace } from "../../state/draft";
import type { RaceSpec } from "../../training/race-spec";

/** What the step wants of its race. anew: to run as soon as it is back at its start. */
type Wish = "rest" | "run" | "anew";

export interface StepRaceOptions {
  /** A race that has run already begins anew, since there is something to guess first. */
  readonly isFresh: boolean;
  /** The race runs from the outset: its guess was locked in, and it has not come to its end. */
  readonly isWanted: boolean;
}

export interface StepRace {
  /** The engine is on the race of this step: what it shows is of this step. */
  readonly isOurs: boolean;
  /** The race has come to its end, or broke, and nothing more is wanted of it. */
  readonly isOver: boolean;
  /** Starts this race as soon as the engine is ready and the figure is seen; from the beginning where it is over. */
  start(spec: RaceSpec | null): void;
  /** Halts the race, also one that would go on by itself once it is ready. */
  stop(): void;
  /** Tells whether the figure is seen: unseen it halts, seen again it goes on. */
  setSeen(seen: boolean): void;
}

/** Puts a race into the store of the lessons. `spec` null: the step has no race, and nothing is touched. */
export function useStepRace(spec: RaceSpec | null, { isFresh, isWanted }: StepRaceOptions): StepRace {
  const store = useRaceStore();
  const phase = useRace((race) => race.phase);
  const draft = useRace((race) => race.draft);
  const isOurs = spec !== null && sameRace(draft, spec);
  const [wish, setWish] = useState<Wish>(isWanted ? "run" : "rest");
  const [seen, setSeen] = useState(true);
  const first = useRef(isFresh);

  useEffect(() => {
    if (!spec) return;
    const race = store.getState();
    const again = first.current && sameRace(race.draft, spec) && race.step > 0;
    first.current = false;
    race.configure(spec);
    if (race.phase === "idle") void race.open();
    else if (again) void race.reset();
  }, [store, spec]);

  // The one place that lets the race run or rest: all others only say what they wish.
  useEffect(() => {
    if (!isOurs) return;
    const { play, pause } = store.getState();
    const isEnd = phase === "failed" || (phase === "done" && wish === "run");
    if (wish !== "rest" && isEnd) setWish("rest");
    else if (wish === "anew" && phase !== "done") setWish("run");
    else if (wish === "run" && seen && phase === "paused") play();
    else if (phase === "running" && (wish === "rest" || !seen)) pause();
  }, [store, isOurs, phase, wish, seen]);

  useEffect(() => {
    const leave = store.getState().attend();
    return () => {
      store.getState().pause();
      leave();
    };
  }, [store]);

  const start = useCallback(
    (asked: RaceSpec | null) => {
      const race = store.getState();
      const isOver = race.phase === "done" || race.phase === "failed";
      const again = isOver && asked !== null && sameRace(race.draft, asked);
      setWish(again ? "anew" : "run");
      if (again) void (race.phase === "done" ? race.reset() : race.open());
    },
    [store],
  );
  const stop = useCallback(() => {
    setWish("rest");
    store.getState().pause();
  }, [store]);
  const isOver = isOurs && wish === "rest" && (phase === "done" || phase === "failed");
  return { isOurs, isOver, start, stop, setSeen };
}
