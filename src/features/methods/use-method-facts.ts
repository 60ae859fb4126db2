import { useEffect, useState } from "react";
import { type FactsTable, fetchMethodFacts } from "./method-facts";

/** The probed facts; undefined while they load, null where they cannot be had. */
export function useMethodFacts(): FactsTable | null | undefined {
  const [table, setTable] = useState<FactsTable | null>();
  useEffect(() => {
    let wanted = true;
    fetchMethodFacts().then(
      (found) => wanted && setTable(found),
      () => wanted && setTable(null),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return table;
}
