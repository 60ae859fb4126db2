import { useShallow } from "zustand/react/shallow";
import { useRace } from "../../race-view/use-race";
import type { LaneRun } from "../../state/race-events";

/** The step at which a lane's weights stopped being numbers; null where they are, also since a file was loaded. */
export function stopOf({ state, series }: Pick<LaneRun, "state" | "series">): number | null {
  const stoppedAt = state?.stoppedAt ?? null;
  const last = series.evaluations.at(-1);
  const isSound = stoppedAt !== null && last && last.step >= stoppedAt && Number.isFinite(last.heldOutLoss);
  return isSound ? null : stoppedAt;
}

/** The same of every lane of the race. */
export function useStops(): readonly (number | null)[] {
  return useRace(useShallow((race) => race.lanes.map(stopOf)));
}

/** Whether there are lanes that can be asked. */
export function useIsOpen(): boolean {
  return useRace(({ info, phase }) => info !== null && phase !== "failed");
}
