import { useShallow } from "zustand/react/shallow";
import { useRace } from "../../state/race";

/** The step at which each lane's weights stopped being numbers; null for those that are. */
export function useStops(): readonly (number | null)[] {
  return useRace(
    useShallow((race) =>
      race.lanes.map(({ state, isLoaded }) => (isLoaded ? null : (state?.stoppedAt ?? null))),
    ),
  );
}

/** Whether there are lanes that can be asked. */
export function useIsOpen(): boolean {
  return useRace(({ info, phase }) => info !== null && phase !== "failed");
}
