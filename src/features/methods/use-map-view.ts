import { useCallback, useMemo } from "react";
import { bases } from "../../bases/index";
import { methods } from "../../methods/index";
import { currentQuery } from "../../state/address";
import { useAddressQuery } from "../../state/address-query";
import { type MapView, readMapQuery, writeMapQuery } from "./map-query";

const lists = { bases: bases.map(({ id }) => id), methods: methods.map(({ id }) => id) };

/** The view that the address asks for, and a way to change it. */
export function useMapView(): readonly [MapView, (change: Partial<MapView>) => void] {
  const [query, write] = useAddressQuery("/methods");
  const view = useMemo(() => readMapQuery(query, lists), [query]);
  const change = useCallback(
    (part: Partial<MapView>) =>
      write(writeMapQuery({ ...readMapQuery(currentQuery(), lists), ...part }, lists)),
    [write],
  );
  return [view, change];
}
