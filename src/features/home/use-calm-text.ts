import { useEffect, useRef, useState } from "react";

/** The newest text, passed on once in `ms`: for what is read out. */
export function useCalmText(text: string, ms: number): string {
  const newest = useRef(text);
  newest.current = text;
  const [calm, setCalm] = useState(text);
  useEffect(() => {
    const timer = setInterval(() => setCalm(newest.current), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return calm;
}
