import { outlineAt, silhouetteOf } from "../../tasks/creatures/draw";
import { type Drawn, measurePictures } from "../../tasks/creatures/measures";
import { channels, pictureSize } from "../../tasks/creatures/places";
import { describedBy, tokensOf } from "../../tasks/creatures/words";
import type { PictureAsked } from "../../training/picture-batch";
import type { Gallery } from "./picture-progress";
import type { Outline, PictureAsk, PictureSpec } from "./picture-spec";

/** An ask as the model reads it. */
export function toAsked({ prompt, outline }: PictureAsk): PictureAsked {
  return {
    tokens: tokensOf(prompt),
    isNew: prompt.isNew ?? false,
    ...(outline && { outline: pixelsOf(outline) }),
  };
}

/** The outline's pixels: 1 on the line. Pixels that a drawing does not give are 0. */
export function pixelsOf(outline: Outline): Float32Array {
  if (!("pixels" in outline)) return outlineAt(outline, outline.place);
  return Float32Array.from({ length: pictureSize / channels }, (_, i) => (outline.pixels[i] === "#" ? 1 : 0));
}

/**
 * Measures what was drawn, as far as the asks say what should be in it: a creature and its scene. `places`: where photos
 * show the creature of the new word.
 */
export function scoresOf(
  { data, asks }: Pick<PictureSpec, "data" | "asks">,
  places: readonly number[],
  pictures: readonly Float32Array[],
): Pick<Gallery, "scores" | "known"> {
  const drawn = asks.flatMap((ask, i) => {
    const expected = expectedOf(ask, data.kind === "photos" ? { creature: data.creature, places } : null);
    return expected ? [{ ...expected, isNew: ask.prompt.isNew ?? false, picture: pictures[i]! }] : [];
  });
  if (data.kind !== "photos")
    return { scores: measurePictures(drawn, data.kind === "style" ? data.styles : []), known: null };
  return {
    scores: measurePictures(drawn.filter(({ isNew }) => isNew)),
    known: measurePictures(drawn.filter(({ isNew }) => !isNew)),
  };
}

/** What should be in a picture; null where the ask does not say it. */
function expectedOf(
  { prompt, outline }: PictureAsk,
  photographed: { readonly creature: number; readonly places: readonly number[] } | null,
): Omit<Drawn, "picture"> | null {
  const creature = prompt.isNew && photographed ? photographed.creature : describedBy(prompt);
  const { scene } = prompt;
  if (creature === null || scene === undefined) return null;
  if (prompt.isNew && photographed) return { creature, scene, places: photographed.places };
  if (!outline || "pixels" in outline) return { creature, scene };
  return { creature, scene, places: [outline.place], silhouette: silhouetteOf(outline, outline.place) };
}
