import { useMemo, useState } from "react";
import { useCalmRace } from "../../race-view/use-calm-race";
import type { LaneRun } from "../../state/race-events";
import type { Race } from "../../state/race-shape";

const redrawMs = 500;

/** What figures of evaluations are made of. */
export type EvaluatedRace = Pick<Race, "info" | "lanes" | "phase" | "adaptersOff">;

/** The open race at a calm rate, another object only when something was evaluated, begun, stopped or taken off. */
export function useEvaluatedRace(): EvaluatedRace {
  const [select] = useState(selector);
  const [info, lanes, phase, adaptersOff] = useCalmRace(select, redrawMs);
  return useMemo(() => ({ info, lanes, phase, adaptersOff }), [info, lanes, phase, adaptersOff]);
}

/** Gives the lanes as they were while only training losses are new. */
function selector() {
  let former: readonly LaneRun[] = [];
  return ({ info, lanes, phase, adaptersOff }: Race) => {
    const isSame = lanes.length === former.length && lanes.every((lane, i) => isAlike(lane, former[i]));
    if (!isSame) former = lanes;
    return [info, former, phase, adaptersOff] as const;
  };
}

function isAlike(lane: LaneRun, other: LaneRun | undefined): boolean {
  return (
    lane.series.evaluations === other?.series.evaluations &&
    lane.state === other.state &&
    lane.spec === other.spec &&
    lane.isLoaded === other.isLoaded
  );
}
