import { useEffect } from "react";
import { useRace, useRaceStore } from "../race-view/use-race";
import { preferenceRace, usualPolicy } from "../state/preference-race";
import type { SentenceLanguageId } from "../tasks/sentences/languages";
import type { RaceSpec } from "../training/race-spec";

/** Opens a race on the base that writes sentences in this language, unless one is open already. */
export function useSentenceRace(language: SentenceLanguageId): void {
  const store = useRaceStore();
  useEffect(() => store.getState().attend(), [store]);
  useEffect(() => {
    const { draft, phase, configure } = store.getState();
    if (!writes(draft, language))
      configure(preferenceRace({ language, clicks: [], taste: null }, usualPolicy));
    if (phase === "idle") void store.getState().open();
  }, [store, language]);
}

/** Whether the base that writes sentences in this language is open, and can be asked. */
export function useWrites(language: SentenceLanguageId): boolean {
  return useRace(
    ({ draft, info, phase }) =>
      info !== null && phase !== "failed" && phase !== "loading" && writes(draft, language),
  );
}

function writes({ task, taskOptions }: RaceSpec, language: SentenceLanguageId): boolean {
  return task === "sentences" && taskOptions?.language === language;
}
