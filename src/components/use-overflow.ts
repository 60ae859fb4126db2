import { type RefObject, useEffect, useState } from "react";

/** Whether an element holds more than it is wide, so that it scrolls; `content`: looked at anew when it changes. */
export function useOverflow(element: RefObject<HTMLElement | null>, content: unknown): boolean {
  const [overflows, setOverflows] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content may be of another width
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => setOverflows(watched.scrollWidth > watched.clientWidth + 1));
    observer.observe(watched);
    // Its content grows when letters come, while it stays as wide as it is.
    if (watched.firstElementChild) observer.observe(watched.firstElementChild);
    return () => observer.disconnect();
  }, [element, content]);
  return overflows;
}
