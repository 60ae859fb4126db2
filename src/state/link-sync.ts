import type { StoreApi } from "zustand/vanilla";
import type { RaceSpec } from "../training/race-spec";
import { currentPlace, currentQuery, fullAddress, go, onAddress } from "./address";
import { writeLink } from "./link";
import type { Race } from "./race-shape";

const page = "/playground";

/** The place of a race: "/playground?v=1&…". */
export function racePlace(spec: RaceSpec): string {
  return `${page}?${writeLink(spec)}`;
}

/** Keeps race and address alike while the Playground is open: a link is followed, a change is written back. Returns the end of it. */
export function followAddress(race: StoreApi<Race>): () => void {
  const place = (): string => racePlace(race.getState().draft);
  const isHere = (): boolean => currentPlace().path === page;
  const isAlike = (): boolean => location.href === fullAddress(place(), currentPlace().language);
  const write = (): void => {
    if (isHere() && !isAlike()) go(place(), currentPlace().language, { replace: true });
  };
  const read = (): void => {
    if (isHere() && currentQuery() !== "" && !isAlike()) race.getState().followLink(currentQuery());
    write();
  };
  read();
  const leave = onAddress(read);
  const unsubscribe = race.subscribe((now, former) => {
    if (now.draft !== former.draft) write();
  });
  return () => {
    leave();
    unsubscribe();
  };
}
