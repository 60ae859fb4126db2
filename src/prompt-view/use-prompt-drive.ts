import { driveOf } from "../race-view/drive-of";
import type { Drive } from "../race-view/Transport";
import { usePrompt, usePromptStore } from "./use-prompt";

/** The open prompt experiment as its transport drives it. */
export function usePromptDrive(): Drive {
  const store = usePromptStore();
  const phase = usePrompt((prompt) => prompt.phase);
  const isAtStart = usePrompt((prompt) => prompt.step === 0);
  return driveOf(phase, isAtStart, store.getState());
}
