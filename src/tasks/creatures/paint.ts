// A creature as paint: what is at each pixel of its box, by the number of the paint.
import { type Creature, colours } from "./creature";
import { boxHeight, boxWidth } from "./places";
import type { Rgb } from "./scenes";

/** Ways to draw that the base has never seen. They can be combined. */
export const styles = ["shade", "stripes", "ink", "hollow"] as const;
export type Style = (typeof styles)[number];

const shapes: Readonly<Record<Creature["body"], readonly string[]>> = {
  square: ["######", "######", "######", "######", "######", "######"],
  round: [".####.", "######", "######", "######", "######", ".####."],
  bell: ["..##..", ".####.", ".####.", "######", "######", "######"],
  tall: [".####.", ".####.", ".####.", ".####.", ".####.", ".####."],
  diamond: ["..##..", ".####.", "######", "######", ".####.", "..##.."],
};
const onTop: Readonly<Record<Creature["top"], readonly string[]>> = {
  none: ["......", "......"],
  horn: ["..##..", "..##.."],
  ears: ["#....#", "##..##"],
  hat: ["......", "######"],
};

/** The numbers of the paints: background, black, white, then each colour at four levels of darkness. */
export const background = 0;
const [black, white, firstColour] = [1, 2, 3];
/** Factor on a colour: plain, shaded, inked, both. */
const levels = [1, 0.45, 0.25, 0.45 * 0.25];

const rgb: Readonly<Record<Creature["colour"], Rgb>> = {
  red: [0.9, 0.2, 0.2],
  orange: [0.98, 0.6, 0.1],
  yellow: [0.98, 0.92, 0.2],
  green: [0.15, 0.7, 0.25],
  blue: [0.2, 0.35, 0.95],
  purple: [0.65, 0.25, 0.8],
};

/** The colour of each paint, by its number; that of the background depends on the scene. */
export const paints: readonly Rgb[] = [
  [0, 0, 0],
  [0.02, 0.02, 0.02],
  [1, 1, 1],
  ...colours.flatMap((colour) =>
    levels.map((level): Rgb => {
      const [r, g, b] = rgb[colour];
      return [r * level, g * level, b * level];
    }),
  ),
];

/** Pixels of the box that belong to the creature, row by row: 1, elsewhere 0. */
export function maskOf({ body, top }: Pick<Creature, "body" | "top">): Uint8Array {
  const rows = [...onTop[top], ...shapes[body]].join("");
  return Uint8Array.from(rows, (sign) => (sign === "#" ? 1 : 0));
}

/** Those of them that have a neighbour outside: the outline. */
export function outlineOf(mask: Uint8Array): Uint8Array {
  const isInside = (x: number, y: number): boolean =>
    x >= 0 && x < boxWidth && y >= 0 && y < boxHeight && mask[y * boxWidth + x] === 1;
  return mask.map((inside, i) => {
    const [x, y] = [i % boxWidth, Math.floor(i / boxWidth)];
    const isSurrounded = isInside(x - 1, y) && isInside(x + 1, y) && isInside(x, y - 1) && isInside(x, y + 1);
    return inside === 1 && !isSurrounded ? 1 : 0;
  });
}

/** The paint at each pixel of the box, drawn in these styles. */
export function paintOf(creature: Creature, drawnIn: readonly Style[] = []): Uint8Array {
  const mask = maskOf(creature);
  const outline = outlineOf(mask);
  const has = (style: Style): boolean => drawnIn.includes(style);
  const plain = firstColour + levels.length * colours.indexOf(creature.colour);
  const box = mask.map((inside, i) => {
    if (inside === 0 || (has("hollow") && outline[i] === 0)) return background;
    const isShaded = has("shade") && i % boxWidth >= boxWidth / 2;
    const isStriped = has("stripes") && Math.floor(i / boxWidth) % 2 === 1;
    const isInked = has("ink") && outline[i] === 1;
    return plain + (isShaded || isStriped ? 1 : 0) + (isInked ? 2 : 0);
  });
  for (const [x, y, paint] of eyesOf(creature.eyes)) box[y * boxWidth + x] = paint;
  return box;
}

/** Pixels of the eyes in the box, with their paint. */
function eyesOf(kind: Creature["eyes"]): readonly (readonly [x: number, y: number, paint: number])[] {
  switch (kind) {
    case "bar":
      return [
        [2, 4, black],
        [3, 4, black],
      ];
    case "one":
      return [
        [2, 4, white],
        [3, 4, white],
        [2, 5, white],
        [3, 5, black],
      ];
    case "wide":
      return [
        [1, 4, white],
        [4, 4, white],
      ];
    default:
      return kind satisfies never;
  }
}
