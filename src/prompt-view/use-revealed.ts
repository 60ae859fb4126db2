import { useEffect, useState } from "react";

const tokenMs = 260;

/**
 * How many of the tokens are shown: from `from` on one after the other, as they are written; all at once for readers who
 * want stillness. Another `tokens` starts again at its `from`.
 */
export function useRevealed(tokens: readonly string[], from: number): number {
  const [shown, setShown] = useState({ tokens, count: from });
  const count = shown.tokens === tokens ? shown.count : from;
  useEffect(() => {
    if (count >= tokens.length) return;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const timer = setTimeout(
      () => setShown({ tokens, count: isStill ? tokens.length : count + 1 }),
      isStill ? 0 : tokenMs,
    );
    return () => clearTimeout(timer);
  }, [tokens, count]);
  return count;
}
