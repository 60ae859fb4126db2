import { useEffect, useState } from "react";
import { fetchSweeps, type Sweep } from "../../state/sweeps";

/** The sweeps that are shipped, fetched when first asked for; "failed" where they cannot be had. */
export function useSweeps(): readonly Sweep[] | "loading" | "failed" {
  const [sweeps, setSweeps] = useState<readonly Sweep[] | "loading" | "failed">("loading");
  useEffect(() => {
    let isGone = false;
    fetchSweeps().then(
      (fetched) => !isGone && setSweeps(fetched),
      () => !isGone && setSweeps("failed"),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return sweeps;
}
