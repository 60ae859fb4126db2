import type { StoreApi } from "zustand/vanilla";
import type { RaceSpec } from "../training/race-spec";
import { writeLink } from "./link";
import type { Race } from "./race-shape";

const path = "#/playground";

/** The address of a race, without the site: "#/playground?v=1&…". */
export function raceHash(spec: RaceSpec): string {
  return `${path}?${writeLink(spec)}`;
}

/** Keeps race and address alike while the Playground is open: a link is followed, a change is written back. Returns the end of it. */
export function followAddress(race: StoreApi<Race>): () => void {
  const read = (): void => {
    const [page, query] = splitHash(location.hash);
    if (page === path && query !== "" && query !== splitHash(raceHash(race.getState().draft))[1])
      race.getState().followLink(query);
    if (page === path) write();
  };
  const write = (): void => {
    const hash = raceHash(race.getState().draft);
    if (splitHash(location.hash)[0] === path && location.hash !== hash) history.replaceState(null, "", hash);
  };
  read();
  addEventListener("hashchange", read);
  const unsubscribe = race.subscribe((now, former) => {
    if (now.draft !== former.draft) write();
  });
  return () => {
    removeEventListener("hashchange", read);
    unsubscribe();
  };
}

function splitHash(hash: string): readonly [page: string, query: string] {
  const cut = hash.indexOf("?");
  return cut < 0
    ? [hash.replace(/\/$/, ""), ""]
    : [hash.slice(0, cut).replace(/\/$/, ""), hash.slice(cut + 1)];
}
