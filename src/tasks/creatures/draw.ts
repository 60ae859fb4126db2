import type { Creature } from "./creature";
import { background, maskOf, outlineOf, paintOf, paints, type Style } from "./paint";
import { boxHeight, boxWidth, channels, cornerOf, pictureSize, side } from "./places";
import { backgroundAt, type Scene } from "./scenes";

/** What is in a picture. */
export interface Drawing {
  readonly creature: Creature;
  readonly place: number;
  readonly scene: Scene;
  readonly styles?: readonly Style[];
}

/** The exact picture, 12 × 12 pixels of red, green and blue, −1 to 1. */
export function draw({ creature, place, scene, styles }: Drawing): Float32Array {
  const box = paintOf(creature, styles);
  const picture = new Float32Array(pictureSize);
  for (let pixel = 0; pixel < side * side; pixel++) {
    const at = inBox(place, pixel);
    const paint = at === null ? background : box[at]!;
    const colour = paint === background ? backgroundAt(scene, pixel) : paints[paint]!;
    for (let c = 0; c < channels; c++) picture[pixel * channels + c] = 2 * colour[c]! - 1;
  }
  return picture;
}

/** Where a creature is: 1 at its pixels (12 × 12), 0 elsewhere. */
export function silhouetteOf(shape: Pick<Creature, "body" | "top">, place: number): Float32Array {
  return placed(maskOf(shape), place);
}

/** Its outline alone: what ControlNet is shown. */
export function outlineAt(shape: Pick<Creature, "body" | "top">, place: number): Float32Array {
  return placed(outlineOf(maskOf(shape)), place);
}

function placed(box: Uint8Array, place: number): Float32Array {
  return Float32Array.from({ length: side * side }, (_, pixel) => {
    const at = inBox(place, pixel);
    return at === null ? 0 : box[at]!;
  });
}

/** The pixel of the box that a pixel of the picture is, null outside of it. */
function inBox(place: number, pixel: number): number | null {
  const corner = cornerOf(place);
  const [x, y] = [(pixel % side) - corner.x, Math.floor(pixel / side) - corner.y];
  const isInside = x >= 0 && x < boxWidth && y >= 0 && y < boxHeight;
  return isInside ? y * boxWidth + x : null;
}
