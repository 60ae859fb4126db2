import { useEffect, useRef } from "react";
import { useRace } from "../../race-view/use-race";

/** A race with nothing to guess (`mayStart`) runs by itself, once, unless the reader wants stillness. */
export function useAutoStart(mayStart: boolean, start: () => void): void {
  const done = useRef(false);
  const phase = useRace((race) => race.phase);
  const at = useRace((race) => race.step);
  useEffect(() => {
    if (done.current || !mayStart || phase !== "paused") return;
    done.current = true;
    if (at === 0 && !matchMedia("(prefers-reduced-motion: reduce)").matches) start();
  }, [mayStart, phase, at, start]);
}
