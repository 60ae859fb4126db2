import { useMemo } from "react";
import { useCalmRace } from "../../race-view/use-calm-race";
import type { LaneRun } from "../../state/race-events";
import type { Race } from "../../state/race-shape";

const redrawMs = 500;

/** What figures of evaluations are made of. */
export type EvaluatedRace = Pick<Race, "info" | "lanes" | "phase" | "detached">;

/** The open race at a calm rate, another object only when something was evaluated, begun, stopped or taken off. */
export function useEvaluatedRace(): EvaluatedRace {
  const [info, lanes, phase, detached] = useCalmRace(selectRace, redrawMs);
  return useMemo(() => ({ info, lanes, phase, detached }), [info, lanes, phase, detached]);
}

let former: readonly LaneRun[] = [];

/** Training losses alone leave the list as it was. */
function selectRace({ info, lanes, phase, detached }: Race) {
  const isSame = lanes.length === former.length && lanes.every((lane, i) => isAlike(lane, former[i]));
  if (!isSame) former = lanes;
  return [info, former, phase, detached] as const;
}

function isAlike(lane: LaneRun, other: LaneRun | undefined): boolean {
  return (
    lane.series.evaluations === other?.series.evaluations &&
    lane.state === other.state &&
    lane.spec === other.spec &&
    lane.isLoaded === other.isLoaded
  );
}
