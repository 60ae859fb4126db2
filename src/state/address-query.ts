import { useCallback, useSyncExternalStore } from "react";

/** The query of the address, as a page keeps its state there. */
export function queryOfAddress(): string {
  const { hash } = location;
  const cut = hash.indexOf("?");
  return cut < 0 ? "" : hash.slice(cut + 1);
}

/** The same as it changes, and a way to change it for this page ("#/methods") without a new entry in the history. */
export function useAddressQuery(page: string): readonly [string, (query: string) => void] {
  const query = useSyncExternalStore(subscribe, queryOfAddress);
  const write = useCallback(
    (next: string) => {
      history.replaceState(null, "", next === "" ? page : `${page}?${next}`);
      dispatchEvent(new HashChangeEvent("hashchange"));
    },
    [page],
  );
  return [query, write];
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}
