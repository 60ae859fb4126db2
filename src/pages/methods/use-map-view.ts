import { useCallback, useMemo, useSyncExternalStore } from "react";
import { bases } from "../../bases/index";
import { methods } from "../../methods/index";
import { type MapView, readMapQuery, writeMapQuery } from "./map-query";

const lists = { bases: bases.map(({ id }) => id), methods: methods.map(({ id }) => id) };

/** The view that the address asks for, and a way to change it; the address follows without a new entry in the history. */
export function useMapView(): readonly [MapView, (change: Partial<MapView>) => void] {
  const query = useSyncExternalStore(subscribe, queryOfAddress);
  const view = useMemo(() => readMapQuery(query, lists), [query]);
  const change = useCallback((part: Partial<MapView>) => {
    const next = writeMapQuery({ ...readMapQuery(queryOfAddress(), lists), ...part }, lists);
    history.replaceState(null, "", next === "" ? "#/methods" : `#/methods?${next}`);
    dispatchEvent(new HashChangeEvent("hashchange"));
  }, []);
  return [view, change];
}

function queryOfAddress(): string {
  return location.hash.split("?")[1] ?? "";
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}
