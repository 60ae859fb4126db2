import { side } from "./places";

/** Red, green and blue, 0 to 1. */
export type Rgb = readonly [number, number, number];

export const scenes = ["day", "night", "desert", "snow", "cave", "sea"] as const;
export type Scene = (typeof scenes)[number];

const colours: Readonly<Record<Scene, { readonly sky: Rgb; readonly ground: Rgb }>> = {
  day: { sky: [0.65, 0.85, 1], ground: [0.55, 0.75, 0.4] },
  night: { sky: [0.08, 0.08, 0.22], ground: [0.16, 0.22, 0.2] },
  desert: { sky: [0.98, 0.9, 0.72], ground: [0.82, 0.66, 0.42] },
  snow: { sky: [0.8, 0.84, 0.9], ground: [1, 1, 1] },
  cave: { sky: [0.3, 0.27, 0.27], ground: [0.2, 0.16, 0.14] },
  sea: { sky: [0.7, 0.93, 0.9], ground: [0.1, 0.5, 0.6] },
};

/** Rows of sky; the rest is ground. */
const horizon = 9;

/** The background of a scene at a pixel. */
export function backgroundAt(scene: Scene, pixel: number): Rgb {
  const { sky, ground } = colours[scene];
  return Math.floor(pixel / side) < horizon ? sky : ground;
}
