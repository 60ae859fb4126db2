import { startTransition, useEffect, useRef, useState } from "react";

/**
 * A value that is passed on at most once in `ms`, the newest at last. With another `origin` it comes through at once, so
 * that nothing old is shown beside something new.
 */
export function useThrottled<T>(value: T, ms: number, origin: unknown = null): T {
  const [shown, setShown] = useState({ value, origin });
  const passed = useRef({ at: Number.NEGATIVE_INFINITY, origin });
  useEffect(() => {
    const { at, origin: former } = passed.current;
    const wait = former === origin ? Math.max(0, at + ms - performance.now()) : 0;
    const timer = setTimeout(() => {
      passed.current = { at: performance.now(), origin };
      // Drawing may be cut into slices: a click in between is answered at once.
      startTransition(() => setShown({ value, origin }));
    }, wait);
    return () => clearTimeout(timer);
  }, [value, ms, origin]);
  return shown.origin === origin ? shown.value : value;
}
