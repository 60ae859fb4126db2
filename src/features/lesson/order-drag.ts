/** Where a row of a list stands before anything is dragged. */
export interface Row {
  readonly top: number;
  readonly height: number;
}

/** A row on its way: from its place, to the place it would be dropped at, moved down by so many pixels. */
export interface Drag {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/** A row moved by so many pixels: it stays within the list, and has passed those whose middle its edge has passed. */
export function dragTo(rows: readonly Row[], from: number, asked: number): Drag {
  const row = rows[from]!;
  const last = rows.at(-1)!;
  const by = Math.min(Math.max(asked, rows[0]!.top - row.top), last.top + last.height - row.top - row.height);
  const isPassed = ({ top, height }: Row, i: number): boolean =>
    i < from ? row.top + by < top + height / 2 : row.top + row.height + by > top + height / 2;
  const above = rows.slice(0, from).filter(isPassed).length;
  const below = rows.slice(from + 1).filter((other, i) => isPassed(other, from + 1 + i)).length;
  return { from, to: from - above + below, by };
}

/** By how many pixels a row is drawn off its place meanwhile: the others make room. */
export function shiftOf(place: number, rows: readonly Row[], { from, to, by }: Drag): number {
  if (place === from) return by;
  const next = rows[from + 1];
  const room = next ? next.top - rows[from]!.top : rows[from]!.top - (rows[from - 1]?.top ?? 0);
  if (from < place && place <= to) return -room;
  return to <= place && place < from ? room : 0;
}
