import { useMemo } from "react";
import { create } from "zustand";
import type { PromptProgress } from "../../experiments/prompt/prompt-progress";

type Results = readonly (PromptProgress | undefined)[];

/**
 * What was answered in full, by lesson and step, and there by part: it outlives a look at another step. It is not stored:
 * the same questions get the same answers within seconds.
 */
const usePromptResults = create<Readonly<Record<string, Results>>>()(() => ({}));
const none: Results = [];

/** The results of one step, how to add those of a part, and how to forget all. */
export function useStepResults(key: string) {
  const results = usePromptResults((all) => all[key]) ?? none;
  const actions = useMemo(
    () => ({
      keep: (part: number, progress: PromptProgress): void =>
        usePromptResults.setState((all) => {
          const kept = [...(all[key] ?? [])];
          kept[part] = progress;
          return { [key]: kept };
        }),
      forget: (): void => usePromptResults.setState({ [key]: none }),
    }),
    [key],
  );
  return { results, ...actions };
}
