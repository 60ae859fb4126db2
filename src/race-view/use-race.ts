import { createContext, use } from "react";
import { type StoreApi, useStore } from "zustand";
import type { Race } from "../state/race-shape";

/** The race that the figures around here show: ExperimentProvider gives it. */
export const RaceContext = createContext<StoreApi<Race> | null>(null);

/** The race itself, for what reads or changes it at a press. */
export function useRaceStore(): StoreApi<Race> {
  const store = use(RaceContext);
  if (!store) throw new Error("what shows a race needs an ExperimentProvider around it");
  return store;
}

/** A part of the race; the component is drawn again when that part changes. */
export function useRace<T>(select: (race: Race) => T): T {
  return useStore(useRaceStore(), select);
}
