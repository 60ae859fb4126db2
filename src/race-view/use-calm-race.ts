import { startTransition, useEffect, useState } from "react";
import { shallow } from "zustand/shallow";
import type { Race } from "../state/race-shape";
import { useRaceStore } from "./use-race";

/**
 * Part of the race, passed on at most once in `ms` while it runs. A new draft comes through at once, so that nothing
 * old is shown beside something new. `select` must stay the same function. Lists are compared item by item.
 */
export function useCalmRace<T>(select: (race: Race) => T, ms: number): T {
  const store = useRaceStore();
  const [value, setValue] = useState(() => select(store.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let passedAt = 0;
    const pass = (): void => {
      clearTimeout(timer);
      timer = undefined;
      passedAt = performance.now();
      setValue((former) => {
        const next = select(store.getState());
        return shallow(former, next) ? former : next;
      });
    };
    pass();
    const unsubscribe = store.subscribe((race, former) => {
      if (race.draft !== former.draft) pass();
      else if (race.info !== former.info || race.phase !== former.phase) startTransition(pass);
      // Drawing may be cut into slices: a click in between is answered at once.
      else timer ??= setTimeout(() => startTransition(pass), Math.max(0, passedAt + ms - performance.now()));
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [store, select, ms]);
  return value;
}
