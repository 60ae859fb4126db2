import { useEffect, useRef, useState } from "react";

/** A value that is passed on at most once in `ms`, the newest at last. */
export function useThrottled<T>(value: T, ms: number): T {
  const [shown, setShown] = useState(value);
  const passedAt = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, passedAt.current + ms - performance.now());
    const timer = setTimeout(() => {
      passedAt.current = performance.now();
      setShown(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return shown;
}
