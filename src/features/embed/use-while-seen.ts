import { useEffect } from "react";
import type { Playable, PlayableStore } from "./playable";

/**
 * Holds the trainer only while the frame is in view. Scrolled away, what it plays is paused and its workers end once nothing
 * needs them; scrolled back, it goes on where it was.
 */
export function useWhileSeen<P extends Playable>(store: PlayableStore<P>): void {
  useEffect(() => {
    let leave: (() => void) | null = null;
    let goesOn = false;
    const goOn = (): void => {
      if (!goesOn || !leave || store.getState().phase !== "paused") return;
      goesOn = false;
      store.getState().play();
    };
    const come = (): void => {
      leave ??= store.getState().attend();
      goOn();
    };
    const goAway = (): void => {
      if (!leave) return;
      const left = leave;
      // First of all: what the pause changes must not make it go on.
      leave = null;
      goesOn = store.getState().phase === "running";
      store.getState().pause();
      left();
    };
    const observer = new IntersectionObserver((entries) =>
      (entries.at(-1)?.isIntersecting ?? true) ? come() : goAway(),
    );
    observer.observe(document.documentElement);
    const unsubscribe = store.subscribe(goOn);
    come();
    return () => {
      observer.disconnect();
      unsubscribe();
      leave?.();
    };
  }, [store]);
}
