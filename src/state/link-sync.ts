import { currentPlace, currentQuery, fullAddress, go, onAddress } from "./address";
import { writeLink } from "./link";
import { useRace } from "./race";

const page = "/playground";

/** The place of the race as it is set up now: "/playground?v=1&…". */
export function racePlace(): string {
  return `${page}?${writeLink(useRace.getState().draft)}`;
}

/** Keeps race and address alike while the Playground is open: a link is followed, a change is written back. Returns the end of it. */
export function followAddress(): () => void {
  const here = (): boolean => currentPlace().path === page;
  const isAlike = (): boolean => location.href === fullAddress(racePlace(), currentPlace().language);
  const read = (): void => {
    if (here() && currentQuery() !== "" && !isAlike()) useRace.getState().followLink(currentQuery());
    write();
  };
  const write = (): void => {
    if (here() && !isAlike()) go(racePlace(), currentPlace().language, { replace: true });
  };
  read();
  const leave = onAddress(read);
  const unsubscribe = useRace.subscribe((race, former) => {
    if (race.draft !== former.draft) write();
  });
  return () => {
    leave();
    unsubscribe();
  };
}
