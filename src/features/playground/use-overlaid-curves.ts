import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Curve } from "../../charts/curve";
import { useWords } from "../../i18n/words";
import { laneNames } from "../../race-view/lane-names";
import { laneStyles } from "../../race-view/use-lane-styles";
import type { KeptLane } from "../../state/kept-run";
import { useKeptRuns } from "../../state/kept-runs";
import type { Series } from "../../state/race-events";

/** The curves of the former run that is drawn over the race: thin, in the colours of their methods. */
export function useOverlaidCurves(): readonly Curve[] {
  const { t } = useTranslation("playground");
  const words = useWords();
  const run = useKeptRuns((kept) => kept.overlaid);
  const rate = t("rate.short");
  return useMemo(() => {
    if (!run) return [];
    const names = laneNames(run.race.lanes, words, rate);
    return laneStyles(run.race.lanes, names).flatMap(({ name, color, dash, marker }, i) => {
      const lane = run.lanes[i];
      if (!lane) return [];
      return [
        { name, color, dash, marker, series: seriesOf(lane), stoppedAt: lane.stoppedAt, recorded: true },
      ];
    });
  }, [run, words, rate]);
}

function seriesOf({ steps, losses, evaluations }: KeptLane): Series {
  const value = (loss: number | null): number => loss ?? Number.NaN;
  return {
    steps,
    losses: losses.map(value),
    evaluations: evaluations.map(({ step, heldOutLoss, score }) => ({
      step,
      heldOutLoss: value(heldOutLoss),
      score: value(score),
      examples: [],
      probes: [],
    })),
  };
}
