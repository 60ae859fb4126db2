import { useCallback, useEffect, useState } from "react";

const wholeSeconds = 15;
/** Ten pictures a second: each draws the whole chart anew. */
const frameMs = 100;

export interface Replay {
  /** Where the recording is, 0 to `steps`; a fraction while it moves. */
  readonly step: number;
  readonly moving: boolean;
  /** Halts it, goes on, or at the end begins anew. */
  toggle(): void;
}

/** Plays `steps` steps in a quarter of a minute, in step with the screen. `still`: stands at the end from the start; `over`: stands at the end from now on. */
export function useReplay(steps: number, still: boolean, over: boolean): Replay {
  const [step, setStep] = useState(still ? steps : 0);
  const [paused, setPaused] = useState(still);
  const moving = !over && !paused && step < steps;

  useEffect(() => {
    if (!moving) return;
    let frame = 0;
    let former = performance.now();
    const draw = (now: number): void => {
      const passed = now - former;
      if (passed >= frameMs) {
        former = now;
        // A hidden tab draws no frames: what was missed is not made up for in one jump.
        const share = Math.min(passed, 4 * frameMs) / (wholeSeconds * 1000);
        setStep((at) => Math.min(steps, at + share * steps));
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [moving, steps]);

  const toggle = useCallback((): void => {
    if (step >= steps) setStep(0);
    setPaused(moving);
  }, [moving, step, steps]);
  return { step: over ? steps : step, moving, toggle };
}
