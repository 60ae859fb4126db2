// What is measured of drawn pictures, without a classifier: each is compared with all exact pictures.
import { mean } from "../../lib/mean";
import { attributes, creatures } from "./creature";
import { nearestDrawing } from "./nearest";
import type { Style } from "./paint";
import { channels, side } from "./places";
import { backgroundAt, type Scene } from "./scenes";

/** A picture that was drawn, and what should be in it. */
export interface Drawn {
  /** 12 × 12 pixels of red, green and blue, −1 to 1. */
  readonly picture: Float32Array;
  readonly scene: Scene;
  /** The creature that was asked for. */
  readonly creature: number;
  /** The silhouette that was asked for. */
  readonly silhouette?: Float32Array;
  /** The places that count as right. */
  readonly places?: readonly number[];
}

/**
 * Means over pictures, 0 to 1. match: the nearest exact picture has the creature that was asked for. attributes: the share
 * of its four attributes that are right. place, iou: the place, and the overlap with the silhouette that was asked for
 * (intersection over union). style: the nearest exact picture is in the style asked about. both: style and creature.
 * rms: difference from the nearest exact picture.
 */
export interface PictureScores {
  readonly match: number;
  readonly attributes: number;
  readonly place: number;
  readonly iou: number;
  readonly style: number;
  readonly both: number;
  readonly rms: number;
}

/** Measures pictures; `style`: a set of styles that is looked for beside the plain way, and beside `others`. */
export function measurePictures(
  drawn: readonly Drawn[],
  style: readonly Style[] = [],
  others: readonly (readonly Style[])[] = [],
): PictureScores {
  const among = style.length > 0 ? [style, [], ...others] : [[]];
  const found = drawn.map((one) => ({ ...one, found: nearestDrawing(one.picture, one.scene, among) }));
  const share = (of: (one: (typeof found)[number]) => number): number => mean(found.map(of));
  const matches = (one: (typeof found)[number]): boolean => one.found.creature === one.creature;
  const isStyled = (one: (typeof found)[number]): boolean => style.length > 0 && one.found.drawnIn === 0;
  return {
    match: share((one) => Number(matches(one))),
    attributes: share((one) => shared(one.found.creature, one.creature)),
    place: share((one) => Number(one.places?.includes(one.found.place) ?? false)),
    iou: share(({ picture, scene, silhouette }) => (silhouette ? overlap(picture, scene, silhouette) : 0)),
    style: share((one) => Number(isStyled(one))),
    both: share((one) => Number(isStyled(one) && matches(one))),
    rms: share((one) => one.found.rms),
  };
}

/** The share of attributes that two creatures have in common. */
function shared(one: number, other: number): number {
  return mean(attributes.map((name) => Number(creatures[one]![name] === creatures[other]![name])));
}

/** How far a pixel may be from the background, in values from −1 to 1, and still belong to it. */
const tolerance = 0.5;

/** Intersection over union of a silhouette and the pixels that are unlike the background. */
export function overlap(picture: Float32Array, scene: Scene, silhouette: Float32Array): number {
  let [both, either] = [0, 0];
  for (let pixel = 0; pixel < side * side; pixel++) {
    const behind = backgroundAt(scene, pixel);
    let square = 0;
    for (let c = 0; c < channels; c++) square += (picture[pixel * channels + c]! - (2 * behind[c]! - 1)) ** 2;
    const isFilled = Math.sqrt(square) > tolerance;
    const isWanted = silhouette[pixel] === 1;
    if (isFilled && isWanted) both++;
    if (isFilled || isWanted) either++;
  }
  return both / Math.max(1, either);
}
