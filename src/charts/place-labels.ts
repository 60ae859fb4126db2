/**
 * Moves labels apart that would lie on each other, each as little as may be: heights in, heights out, in the same
 * order. All stay between `top` and `bottom` where they fit, at least `gap` apart.
 */
export function placeLabels(
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index);
  const room = Math.min(gap, order.length > 1 ? (bottom - top) / (order.length - 1) : gap);

  // Labels that touch form a group that shifts as one: its place is the mean of what its members want.
  const groups: { first: number; wants: number[] }[] = [];
  for (const { y } of order) {
    groups.push({ first: clamp(y, top, bottom), wants: [clamp(y, top, bottom)] });
    for (
      let last = groups.at(-1)!, former = groups.at(-2);
      former;
      last = groups.at(-1)!, former = groups.at(-2)
    ) {
      if (former.first + former.wants.length * room <= last.first) break;
      const wants = [...former.wants, ...last.wants];
      const middle = wants.reduce((sum, want, i) => sum + want - i * room, 0) / wants.length;
      groups.splice(-2, 2, { first: clamp(middle, top, bottom - (wants.length - 1) * room), wants });
    }
  }
  const places = new Array<number>(wanted.length).fill(0);
  const sorted = groups.flatMap(({ first, wants }) => wants.map((_, i) => first + i * room));
  order.forEach(({ index }, i) => {
    places[index] = sorted[i]!;
  });
  return places;
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}
