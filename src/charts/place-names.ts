/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Named {
  /** Middle of the dot. */
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

const lineHeight = 15;
const gap = 9;
const dotSize = 10;

/**
 * Places for the names of dots, as their left end and middle height: beside, below or above the dot. The first come
 * first; a name that is empty or finds no free place in `room` is null.
 */
export function placeNames(
  dots: readonly Named[],
  room: Box,
): readonly ({ readonly x: number; readonly y: number } | null)[] {
  const taken: Box[] = dots.map(({ x, y }) => ({
    x: x - dotSize / 2,
    y: y - dotSize / 2,
    width: dotSize,
    height: dotSize,
  }));
  return dots.map(({ x, y, name }) => {
    if (name === "") return null;
    const width = widthOf(name);
    const tried = [
      { x: x + gap, y },
      { x: x - gap - width, y },
      { x: x - width / 2, y: y + 16 },
      { x: x - width / 2, y: y - 16 },
    ];
    for (const place of tried) {
      const box = { x: place.x, y: place.y - lineHeight / 2, width, height: lineHeight };
      if (!holds(room, box) || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      return place;
    }
    return null;
  });
}

/** About how wide a name is at 12 px; Chinese characters are square. */
function widthOf(name: string): number {
  let width = 0;
  for (const letter of name) width += letter > "⺀" ? 12.5 : 7;
  return width;
}

function holds(room: Box, box: Box): boolean {
  return (
    box.x >= room.x &&
    box.y >= room.y &&
    box.x + box.width <= room.x + room.width &&
    box.y + box.height <= room.y + room.height
  );
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
