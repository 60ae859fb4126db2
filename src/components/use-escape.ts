import { useEffect, useEffectEvent } from "react";

/** Calls back when Escape is pressed anywhere in the page, as long as it is wanted. */
export function useEscape(isWanted: boolean, onEscape: () => void): void {
  const press = useEffectEvent(({ key }: KeyboardEvent) => {
    if (key === "Escape") onEscape();
  });
  useEffect(() => {
    if (!isWanted) return;
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [isWanted]);
}
