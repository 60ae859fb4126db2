import { useCallback } from "react";
import type { SearchFinding, SearchLook } from "../../experiments/prompt/search";
import { usePrompt, usePromptStore } from "../../prompt-view/use-prompt";
import { report } from "../../state/trainer";
import type { Result } from "../../worker/api";

/** Asks the open base of a step one request of a search. Never rejects: a worker that is gone is a failure like any other. */
export function useSearch(): {
  readonly isOpen: boolean;
  readonly ask: (look: SearchLook) => Promise<Result<SearchFinding>>;
} {
  const store = usePromptStore();
  const isOpen = usePrompt(({ progress }) => progress !== null);
  const ask = useCallback(
    async (look: SearchLook): Promise<Result<SearchFinding>> => {
      try {
        // A search is answered with a finding of a search.
        return (await store.getState().look(look)) as Result<SearchFinding>;
      } catch (error) {
        return { ok: false, failure: report(error) };
      }
    },
    [store],
  );
  return { isOpen, ask };
}
