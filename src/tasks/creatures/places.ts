/** Pixels along each side of a picture. */
export const side = 12;
/** Channels of a pixel: red, green, blue. */
export const channels = 3;
/** Values of a picture, pixel by pixel. */
export const pictureSize = side * side * channels;

/** The box that a creature fills: its top (two rows) over its body (six rows). */
export const boxWidth = 6;
export const boxHeight = 8;

const across = 4;
/** Where a creature can be: 4 × 3 places, two pixels apart, so that they fall on patches. */
export const places: readonly number[] = Array.from({ length: 12 }, (_, place) => place);

/** The pixel in the top left corner of the box. */
export function cornerOf(place: number): { readonly x: number; readonly y: number } {
  return { x: 2 * (place % across), y: 2 * Math.floor(place / across) };
}
