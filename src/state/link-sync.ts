import { writeLink } from "./link";
import { useRace } from "./race";

const path = "#/playground";

/** The address of the race as it is set up now, without the site: "#/playground?v=1&…". */
export function raceHash(): string {
  return `${path}?${writeLink(useRace.getState().draft)}`;
}

/** Keeps race and address alike while the Playground is open: a link is followed, a change is written back. Returns the end of it. */
export function followAddress(): () => void {
  const read = (): void => {
    const [page, query] = splitHash(location.hash);
    if (page === path && query !== "" && query !== splitHash(raceHash())[1])
      useRace.getState().followLink(query);
    if (page === path) write();
  };
  const write = (): void => {
    const hash = raceHash();
    if (splitHash(location.hash)[0] === path && location.hash !== hash) history.replaceState(null, "", hash);
  };
  read();
  addEventListener("hashchange", read);
  const unsubscribe = useRace.subscribe((race, former) => {
    if (race.draft !== former.draft) write();
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
