import { useMemo } from "react";
import type { Click } from "../tasks/sentences/learned-reward";
import { labelAll } from "./pairs";
import { useDesk } from "./use-desk";
import { useSentences } from "./use-sentences";

/** Sentences that no pair of the desk is made of. */
const fresh = { seed: 90_000, sentences: 512 } as const;
/** Of one's own choices, every so many are held out. */
const every = 5;

/** Choices to learn from, and others to test on. */
export interface HeldOut {
  readonly train: readonly Click[];
  /** Empty until the base has written the sentences. */
  readonly test: readonly Click[];
}

/** Fresh pairs as the simulated reader likes them where there is one; otherwise every fifth choice of one's own. */
export function useHeldOut(): HeldOut {
  const { language, desk, clicks, hasReader } = useDesk();
  const taste = hasReader ? desk.taste : null;
  const sentences = useSentences(language.id, fresh.seed, fresh.sentences);
  return useMemo(() => {
    if (taste !== null) return { train: clicks, test: sentences ? labelAll(language, taste, sentences) : [] };
    return {
      train: clicks.filter((_, i) => i % every !== 0),
      test: clicks.filter((_, i) => i % every === 0),
    };
  }, [language, taste, clicks, sentences]);
}
