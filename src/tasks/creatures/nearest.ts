import { creatures } from "./creature";
import { background, paintOf, paints, type Style } from "./paint";
import { boxHeight, boxWidth, channels, cornerOf, pictureSize, places, side } from "./places";
import { backgroundAt, type Scene } from "./scenes";

/** The exact picture that a picture is nearest to. */
export interface Nearest {
  /** Position among all creatures. */
  readonly creature: number;
  readonly place: number;
  /** Position among the sets of styles that were asked about. */
  readonly drawnIn: number;
  /** Root mean square difference of their values, 0 to 1: how clean the picture is. */
  readonly rms: number;
}

/** Among all creatures at all places, in a known scene and drawn in one of these sets of styles. */
export function nearestDrawing(
  picture: Float32Array,
  scene: Scene,
  among: readonly (readonly Style[])[] = [[]],
): Nearest {
  const costs = costsOf(picture, scene);
  const empty = costs[background]!.reduce((sum, cost) => sum + cost, 0);
  let best = { creature: 0, place: 0, drawnIn: 0, cost: Number.POSITIVE_INFINITY };
  for (const place of places) {
    const pixels = boxPixels[place]!;
    const around = pixels.reduce((sum, pixel) => sum - costs[background]![pixel]!, empty);
    among.forEach((drawnIn, position) => {
      boxesIn(drawnIn).forEach((box, creature) => {
        let cost = around;
        for (let i = 0; i < box.length; i++) cost += costs[box[i]!]![pixels[i]!]!;
        if (cost < best.cost) best = { creature, place, drawnIn: position, cost };
      });
    });
  }
  const { cost, ...found } = best;
  return { ...found, rms: Math.sqrt(Math.max(0, cost) / pictureSize) / 2 };
}

/** By paint and pixel: the squared difference of the picture from that paint. */
function costsOf(picture: Float32Array, scene: Scene): readonly Float32Array[] {
  return paints.map((colour, paint) =>
    Float32Array.from({ length: side * side }, (_, pixel) => {
      const wanted = paint === background ? backgroundAt(scene, pixel) : colour;
      let cost = 0;
      for (let c = 0; c < channels; c++) cost += (picture[pixel * channels + c]! - (2 * wanted[c]! - 1)) ** 2;
      return cost;
    }),
  );
}

const boxes = new Map<string, readonly Uint8Array[]>();

/** The boxes of all creatures drawn in these styles. */
function boxesIn(drawnIn: readonly Style[]): readonly Uint8Array[] {
  const key = drawnIn.join();
  const known = boxes.get(key) ?? creatures.map((creature) => paintOf(creature, drawnIn));
  boxes.set(key, known);
  return known;
}

/** By place: the pixels of the picture that the box covers, in the order of the box. */
const boxPixels: readonly (readonly number[])[] = places.map((place) => {
  const { x, y } = cornerOf(place);
  return Array.from(
    { length: boxWidth * boxHeight },
    (_, i) => (y + Math.floor(i / boxWidth)) * side + x + (i % boxWidth),
  );
});
