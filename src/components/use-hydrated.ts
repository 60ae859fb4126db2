import { useSyncExternalStore } from "react";

/** False in what is drawn while building and in the first drawing over it, which must agree; true from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, isHere, isNotHere);
}

const never = () => () => {};
const isHere = (): boolean => true;
const isNotHere = (): boolean => false;
