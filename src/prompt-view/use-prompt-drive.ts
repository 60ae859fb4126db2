import type { Drive } from "../race-view/Transport";
import { usePrompt, usePromptStore } from "./use-prompt";

/** The open prompt experiment as its transport drives it. */
export function usePromptDrive(): Drive {
  const store = usePromptStore();
  const phase = usePrompt((prompt) => prompt.phase);
  const isAtStart = usePrompt((prompt) => prompt.step === 0);
  const { play, pause, stepOnce, reset } = store.getState();
  const isOpen = phase === "running" || phase === "paused" || phase === "done";
  return {
    phase: isOpen ? phase : "closed",
    play: phase === "done" ? () => void reset().then(play) : play,
    pause,
    stepOnce: phase === "paused" ? stepOnce : null,
    reset: isOpen && !isAtStart ? () => void reset() : null,
  };
}
