import { useCallback, useState } from "react";
import type { PromptFindings } from "../experiments/prompt/look";
import type { TrainerFailure } from "../worker/api";
import { type LookKind, type LookOf, lookAtPrompt } from "./use-look";
import { usePromptStore } from "./use-prompt";

/** Looks at prompts at a press, and what went wrong with the last one; null: nothing. */
export function useLookNow() {
  const store = usePromptStore();
  const [failure, setFailure] = useState<TrainerFailure | null>(null);
  /** Resolves to null where the look failed. */
  const look = useCallback(
    async <K extends LookKind>(question: LookOf<K>): Promise<PromptFindings[K] | null> => {
      const found = await lookAtPrompt(store, question);
      setFailure(found.ok ? null : found.failure);
      return found.ok ? found.value : null;
    },
    [store],
  );
  return { look, failure };
}
