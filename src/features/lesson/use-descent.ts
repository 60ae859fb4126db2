import { useEffect, useState } from "react";
import { examineLane } from "../../race-view/examine-lane";
import { useRaceStore } from "../../race-view/use-race";
import type { Descent, DescentFinding } from "../../training/descent";

/** What steps on one question would do to the base. What was found last stays until the next is here. */
export function useDescent(isOpen: boolean, asked: Descent): DescentFinding | null {
  const store = useRaceStore();
  const [found, setFound] = useState<DescentFinding | null>(null);
  const text = JSON.stringify(asked);
  useEffect(() => {
    if (!isOpen) return;
    let isWanted = true;
    const question: Descent = JSON.parse(text);
    void examineLane<"descent">(store, -1, { kind: "descent", ...question }).then((result) => {
      if (isWanted && result.ok) setFound(result.value);
    });
    return () => {
      isWanted = false;
    };
  }, [store, isOpen, text]);
  return found;
}
