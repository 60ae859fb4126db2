import type { LoopProgress } from "../state/loop-progress";
import type { Drive } from "./Transport";

/** What moves an experiment. */
interface Moves {
  play(): void;
  pause(): void;
  stepOnce(): void;
  reset(): Promise<void>;
}

/** An open experiment of any kind as its transport drives it. */
export function driveOf(phase: LoopProgress["phase"], isAtStart: boolean, moves: Moves): Drive {
  const { play, pause, stepOnce, reset } = moves;
  const isOpen = phase === "running" || phase === "paused" || phase === "done";
  return {
    phase: isOpen ? phase : "closed",
    play: phase === "done" ? () => void reset().then(play) : play,
    pause,
    stepOnce: phase === "paused" ? stepOnce : null,
    reset: isOpen && !isAtStart ? () => void reset() : null,
  };
}
