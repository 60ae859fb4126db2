import { useCallback, useSyncExternalStore } from "react";
import { currentPlace, currentQuery, go, onAddress } from "./address";

/**
 * The query of the address, where a page keeps its state, and a way to change it for this page ("/methods") without a
 * new entry in the history. Pages drawn while building have none.
 */
export function useAddressQuery(page: string): readonly [string, (query: string) => void] {
  const query = useSyncExternalStore(onAddress, currentQuery, () => "");
  const write = useCallback(
    (next: string) => go(next === "" ? page : `${page}?${next}`, currentPlace().language, { replace: true }),
    [page],
  );
  return [query, write];
}
