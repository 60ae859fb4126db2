import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { promptOfRuns } from "../../claims/prompt-of-runs";
import { raceOfRuns } from "../../claims/race-of-runs";
import { isRaceRun, type Run } from "../../claims/run";
import { useWords } from "../../i18n/words";
import { useVariantNames } from "../../prompt-view/use-variant-names";
import { laneNames } from "../../race-view/lane-names";
import { useStep } from "./step-context";

/**
 * What these runs of a lesson are called: lanes by their method, those of one method by what differs; prompts by what differs
 * between them.
 */
export function useRunNames(shown: readonly string[]): (run: string) => string {
  const { t } = useTranslation("playground");
  const words = useWords();
  const variantNames = useVariantNames();
  const { runs } = useStep().lesson.claims;
  const names = useMemo(() => {
    const known = shown.flatMap((name) => (runs[name] ? [runs[name]] : []));
    const lanes = known.flatMap((run) => (isRaceRun(run) ? raceOfRuns([run]).lanes : []));
    const ofLanes = laneNames(lanes, words, t("rate.short"));
    const ofPrompts = variantNames(
      known.flatMap((run) => (run.kind === "prompt" ? [promptOfRuns([run])] : [])),
    );
    let lane = 0;
    let prompt = 0;
    const nameOf = (run: Run): string => {
      if (run.kind === "prompt") return ofPrompts[prompt++] ?? run.base;
      if (run.kind === "policy") return run.objective.id;
      if (run.kind === "picture") return run.lane?.method ?? "creatures";
      return isRaceRun(run) ? (ofLanes[lane++] ?? run.method) : run.task;
    };
    return known.map(nameOf);
  }, [shown, runs, words, variantNames, t]);
  return useCallback((run: string) => names[shown.indexOf(run)] ?? run, [names, shown]);
}
