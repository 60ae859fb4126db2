import { useEffect, useRef, useState } from "react";

/** A value that changes often, passed on at most once in `ms`, the last one always. */
export function useCalm<T>(value: T, ms: number): T {
  const [calm, setCalm] = useState(value);
  const latest = useRef(value);
  const passedAt = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  latest.current = value;
  useEffect(() => {
    if (Object.is(value, calm) || timer.current !== undefined) return;
    const wait = Math.max(0, passedAt.current + ms - performance.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      passedAt.current = performance.now();
      setCalm(() => latest.current);
    }, wait);
  }, [value, calm, ms]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return calm;
}
