import { useCallback, useMemo } from "react";
import { currentQuery } from "../../state/address";
import { useAddressQuery } from "../../state/address-query";
import type { Selection } from "./counted-method";
import { fitting, readSelection, writeSelection } from "./selection-query";

/** What the address asks to count, and a way to change it. */
export function useSelection(): readonly [Selection, (change: Partial<Selection>) => void] {
  const [query, write] = useAddressQuery("/real-models");
  const selection = useMemo(() => readSelection(query), [query]);
  const choose = useCallback(
    (change: Partial<Selection>) =>
      write(writeSelection(fitting({ ...readSelection(currentQuery()), ...change }))),
    [write],
  );
  return [selection, choose];
}
