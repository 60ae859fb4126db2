// Pictures as the model reads them: 36 patches of 2 × 2 pixels, row by row.
import { side } from "./places";

const patchSide = 2;
const perRow = side / patchSide;

/** Patches of a picture. */
export const patchCount = perRow * perRow;

/** A picture of so many channels, pixel by pixel -> patch by patch, the pixels of each row by row. */
export function toPatches(picture: Float32Array, channels: number): Float32Array {
  return picture.map((_, i) => picture[pixelValue(i, channels)]!);
}

/** The way back. */
export function fromPatches(patches: Float32Array, channels: number): Float32Array {
  const picture = new Float32Array(patches.length);
  for (let i = 0; i < patches.length; i++) picture[pixelValue(i, channels)] = patches[i]!;
  return picture;
}

/** Where a value of the patches is in the picture. */
function pixelValue(i: number, channels: number): number {
  const inPatch = patchSide * patchSide * channels;
  const patch = Math.floor(i / inPatch);
  const pixel = Math.floor((i % inPatch) / channels);
  const x = (patch % perRow) * patchSide + (pixel % patchSide);
  const y = Math.floor(patch / perRow) * patchSide + Math.floor(pixel / patchSide);
  return (y * side + x) * channels + (i % channels);
}
