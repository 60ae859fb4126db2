import type { MethodId } from "../methods/index";

/** How a method looks wherever it appears: one colour, and a second cue for those who cannot tell the colours apart. */
export interface Appearance {
  /** CSS custom property: "--hue-blue". */
  readonly variable: string;
  /** The same, ready for `color`, `fill` and `stroke`: "var(--hue-blue)". */
  readonly color: string;
  /** Lengths for stroke-dasharray; empty is a solid line. */
  readonly dash: readonly number[];
  /** Shape of a point, named as Recharts names its symbols. */
  readonly marker: Marker;
}

const hues = [
  "ink",
  "orange",
  "green",
  "purple",
  "blue",
  "vermillion",
  "sky",
  "olive",
  "violet",
  "stone",
] as const;
const dashes: readonly (readonly number[])[] = [
  [],
  [14, 4, 2, 4],
  [5, 4],
  [2, 5],
  [9, 4],
  [12, 3, 2, 3, 2, 3],
];
const markers = ["circle", "diamond", "square", "triangle", "cross", "star"] as const;
export type Marker = (typeof markers)[number];

type Place = readonly [hue: (typeof hues)[number], cue: number];

/**
 * Places in the palette: a hue, and a cue (dash and marker). Methods that are often raced together differ in hue, and
 * two of one hue differ in cue.
 */
const places: Readonly<Record<MethodId, Place>> = {
  full: ["ink", 0],
  head: ["stone", 5],
  adapter: ["orange", 1],
  "adapter-bias": ["olive", 4],
  compacter: ["vermillion", 2],
  bitfit: ["vermillion", 1],
  "layer-norm": ["green", 4],
  "random-subset": ["violet", 3],
  "prefix-tuning": ["green", 2],
  "p-tuning-v2": ["violet", 5],
  "prompt-tuning": ["sky", 1],
  "p-tuning": ["purple", 3],
  "llama-adapter": ["olive", 0],
  lora: ["blue", 4],
  dora: ["purple", 5],
  adalora: ["orange", 3],
  vera: ["sky", 0],
  ia3: ["stone", 2],
};

/** The same for any name: one that is no method's (from a newer version, say) takes a place by its letters. */
const placesByName: Readonly<Record<string, Place>> = places;

/** The look of a method by its id. `copy` counts earlier lanes of the same method: same colour, another dash and marker. */
export function methodAppearance(id: string, copy = 0): Appearance {
  const [hue, cue] = placesByName[id] ?? placeByName(id);
  const variable = `--hue-${hue}`;
  return {
    variable,
    color: `var(${variable})`,
    dash: dashes[(cue + copy) % dashes.length] ?? [],
    marker: markers[(cue + copy) % markers.length] ?? "circle",
  };
}

/** The looks of the lanes of a race, by their methods in order: two lanes of one method keep its colour and differ in dash and marker. */
export function laneAppearances(methods: readonly string[]): readonly Appearance[] {
  return methods.map((id, lane) =>
    methodAppearance(id, methods.slice(0, lane).filter((other) => other === id).length),
  );
}

/** A dash pattern as SVG wants it; "none" for a solid line. */
export function strokeDash(appearance: Appearance): string {
  return appearance.dash.length > 0 ? appearance.dash.join(" ") : "none";
}

/** Any hue but ink, which is the base with all its parameters. */
function placeByName(id: string): Place {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  const hue = hues[1 + (sum % (hues.length - 1))] ?? "stone";
  return [hue, Math.floor(sum / hues.length) % dashes.length];
}
