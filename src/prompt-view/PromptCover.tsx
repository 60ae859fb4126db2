import { LoopCover } from "../race-view/LoopCover";
import { usePrompt } from "./use-prompt";

export interface PromptCoverProps {
  /** Tries once more after a failure. */
  readonly onAgain: () => void;
  /** Says how far loading is; else only failures are shown, and what is below stays in view. */
  readonly showsLoading?: boolean;
}

/** Covers the scores while the experiment cannot be asked. */
export function PromptCover({ onAgain, showsLoading = false }: PromptCoverProps) {
  const phase = usePrompt((prompt) => prompt.phase);
  const loading = usePrompt((prompt) => prompt.loading);
  const failure = usePrompt((prompt) => prompt.failure);
  return <LoopCover hidesLoading={!showsLoading} progress={{ phase, loading, failure }} onAgain={onAgain} />;
}
