import type { ReactNode } from "react";
import type { StoreApi } from "zustand";
import type { Race } from "../state/race-shape";
import { RaceContext } from "./use-race";

export interface ExperimentProviderProps {
  /** Lives longer than what is shown of it: a race goes on while the reader is on another page. */
  readonly race: StoreApi<Race>;
  readonly children: ReactNode;
}

/** Says which experiment the figures inside show. Several on one page, or one in another, each have their own. */
export function ExperimentProvider({ race, children }: ExperimentProviderProps) {
  return <RaceContext value={race}>{children}</RaceContext>;
}
