import { type RefObject, useEffect } from "react";

/** Tells whether an element is seen: it is in the window, and the window is not hidden. */
export function useSeen(frame: RefObject<HTMLElement | null>, onSeen: (seen: boolean) => void): void {
  useEffect(() => {
    if (!frame.current) return;
    let inView = true;
    const tell = (): void => onSeen(inView && !document.hidden);
    const observer = new IntersectionObserver((entries) => {
      inView = entries.at(-1)?.isIntersecting ?? true;
      tell();
    });
    observer.observe(frame.current);
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", tell);
    };
  }, [frame, onSeen]);
}
