import type { StoreApi } from "zustand/vanilla";
import type { RaceSpec } from "../training/race-spec";
import { currentPlace, currentQuery, fullAddress, go, onAddress } from "./address";
import { writeLink } from "./link";
import type { Race } from "./race-shape";

const playground = "/playground";

/** The place of a race: "/playground?v=1&…". */
export function racePlace(spec: RaceSpec): string {
  return `${playground}?${writeLink(spec)}`;
}

/** What a page keeps in its address. */
export interface Linked {
  /** The path of the page: "/playground". */
  readonly page: string;
  /** The place of what the page shows now: "/playground?v=1&…". */
  place(): string;
  /** Shows what a query says. */
  follow(query: string): void;
  /** Calls back whenever the place may have changed, until the function it gets back is called. */
  subscribe(changed: () => void): () => void;
}

/** Keeps a page and its address alike while it is open: a link is followed, a change is written back. Returns the end of it. */
export function followAddress({ page, place, follow, subscribe }: Linked): () => void {
  const isHere = (): boolean => currentPlace().path === page;
  const isAlike = (): boolean => location.href === fullAddress(place(), currentPlace().language);
  const write = (): void => {
    if (isHere() && !isAlike()) go(place(), currentPlace().language, { replace: true });
  };
  const read = (): void => {
    if (isHere() && currentQuery() !== "" && !isAlike()) follow(currentQuery());
    write();
  };
  read();
  const leave = onAddress(read);
  const unsubscribe = subscribe(write);
  return () => {
    leave();
    unsubscribe();
  };
}

/** The same for the playground and its race. */
export function followRaceAddress(race: StoreApi<Race>): () => void {
  return followAddress({
    page: playground,
    place: () => racePlace(race.getState().draft),
    follow: (query) => race.getState().followLink(query),
    subscribe: (changed) =>
      race.subscribe((now, former) => {
        if (now.draft !== former.draft) changed();
      }),
  });
}
