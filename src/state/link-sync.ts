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

/**
 * Milliseconds between two changes of the address. A browser takes only so many (Safari: 100 in 10 seconds, then an error;
 * Chrome: 200, then none, in silence), and a slider or a key that is held makes more.
 */
const leastApart = 250;

/** Keeps a page and its address alike while it is open: a link is followed, a change is written back. Returns the end of it. */
export function followAddress({ page, place, follow, subscribe }: Linked): () => void {
  let writtenAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The query that was followed or written last. While the address still has it, what the page shows is newer. */
  let known = "";
  const isHere = (): boolean => currentPlace().path === page;
  const isAlike = (): boolean => location.href === fullAddress(place(), currentPlace().language);
  const write = (): void => {
    timer = undefined;
    if (!isHere() || isAlike()) return;
    writtenAt = performance.now();
    go(place(), currentPlace().language, { replace: true });
  };
  const writeSoon = (): void => {
    const wait = writtenAt + leastApart - performance.now();
    if (wait <= 0) write();
    else timer ??= setTimeout(write, wait);
  };
  const read = (): void => {
    if (!isHere()) return;
    const query = currentQuery();
    const isNews = query !== "" && query !== known;
    known = query;
    if (isNews && !isAlike()) follow(query);
    writeSoon();
  };
  read();
  const leave = onAddress(read);
  const unsubscribe = subscribe(writeSoon);
  return () => {
    clearTimeout(timer);
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
