/** A point of a curve: step and value. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Thins a curve to at most `limit` points and keeps its spikes: of every stretch of points the lowest and the
 * highest stay, and the first and last point always. Values that are no numbers are left out. x must not fall.
 */
export function downSample(xs: readonly number[], ys: readonly number[], limit: number): Point[] {
  const finite = xs.flatMap((x, i): Point[] => {
    const y = ys[i];
    return y !== undefined && Number.isFinite(y) ? [{ x, y }] : [];
  });
  if (finite.length <= limit) return finite;
  const first = finite[0]!;
  const last = finite.at(-1)!;
  const inner = finite.slice(1, -1);
  const stretches = Math.max(1, Math.floor((limit - 2) / 2));
  const kept: Point[] = [first];
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * inner.length) / stretches);
    const to = Math.floor(((stretch + 1) * inner.length) / stretches);
    kept.push(...extremes(inner, from, to));
  }
  kept.push(last);
  return kept;
}

/** The lowest and the highest point of a stretch, in the order of x; one point where they are the same. */
function extremes(points: readonly Point[], from: number, to: number): readonly Point[] {
  let low = from;
  let high = from;
  for (let i = from + 1; i < to; i++) {
    if (points[i]!.y < points[low]!.y) low = i;
    if (points[i]!.y > points[high]!.y) high = i;
  }
  const [before, after] = [Math.min(low, high), Math.max(low, high)];
  if (to <= from) return [];
  return before === after ? [points[before]!] : [points[before]!, points[after]!];
}
