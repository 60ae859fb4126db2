import type { Scale } from "./axis";

/** How far a bar reaches, 0 to 1, when `most` fills it. On the log scale 1 has no length. */
export function barShare(value: number, most: number, scale: Scale): number {
  if (value <= 0 || most <= 0) return 0;
  if (scale === "linear") return Math.min(1, value / most);
  return most <= 1 ? 1 : Math.min(1, Math.max(0, Math.log(value) / Math.log(most)));
}

/** A number nearer to the end than this would be written over the last one. */
const lastShare = 0.86;

/** Round counts to write under the bars: powers of ten on the log scale, halves else. Always with `most` at the end. */
export function barTicks(most: number, scale: Scale): readonly number[] {
  if (scale === "linear") return [0, most / 2, most].map(Math.round);
  const powers = Array.from({ length: Math.floor(Math.log10(Math.max(1, most))) + 1 }, (_, i) => 10 ** i);
  return [...powers.filter((power) => barShare(power, most, scale) <= lastShare), most];
}
