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
  const here = (): boolean => currentPlace().path === page;
  const isAlike = (): boolean =>
    location.href === fullAddress(racePlace(race.getState().draft), currentPlace().language);
  const read = (): void => {
    if (here() && currentQuery() !== "" && !isAlike()) race.getState().followLink(currentQuery());
    write();
  };
  const write = (): void => {
    if (here() && !isAlike())
      go(racePlace(race.getState().draft), currentPlace().language, { replace: true });
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
