import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { raceOfRuns } from "../../claims/race-of-runs";
import { useWords } from "../../i18n/words";
import { laneNames } from "../playground/lane-names";
import { useStep } from "./step-context";

/** What the runs of a step are called: by their method; runs of one method by what differs. */
export function useRunNames(): (run: string) => string {
  const { t } = useTranslation("playground");
  const words = useWords();
  const { lesson, step } = useStep();
  const { runs } = lesson.claims;
  const shown = step.predict?.kind === "order" ? step.predict.runs : Object.keys(runs);
  const names = useMemo(() => {
    const lanes = shown.flatMap((name) => (runs[name] ? raceOfRuns([runs[name]]).lanes : []));
    return laneNames(lanes, words, t("rate.short"));
  }, [shown, runs, words, t]);
  return useCallback((run: string) => names[shown.indexOf(run)] ?? run, [names, shown]);
}
