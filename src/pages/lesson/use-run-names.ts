import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { raceOfRuns } from "../../claims/race-of-runs";
import { useWords } from "../../i18n/words";
import { laneNames } from "../playground/lane-names";
import { useStep } from "./step-context";

/** What these runs of a lesson are called: by their method; runs of one method by what differs. */
export function useRunNames(shown: readonly string[]): (run: string) => string {
  const { t } = useTranslation("playground");
  const words = useWords();
  const { runs } = useStep().lesson.claims;
  const names = useMemo(() => {
    const lanes = shown.flatMap((name) => (runs[name] ? raceOfRuns([runs[name]]).lanes : []));
    return laneNames(lanes, words, t("rate.short"));
  }, [shown, runs, words, t]);
  return useCallback((run: string) => names[shown.indexOf(run)] ?? run, [names, shown]);
}
