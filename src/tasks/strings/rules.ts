import type { Cell } from "./cells";

/** The letters of the inputs; "next" after the last comes the first. */
export const letters: readonly string[] = [..."abcdefgh"];
export const capitals = letters.map((letter) => letter.toUpperCase());

type Places = readonly number[];

const moved = (by: number) => (place: number) => (place + by + letters.length) % letters.length;

/** As it is, backwards, the first letter to the end, first and last exchanged. */
const orders: readonly ((places: Places) => Places)[] = [
  (places) => places,
  (places) => places.toReversed(),
  (places) => [...places.slice(1), ...places.slice(0, 1)],
  (places) => [...places.slice(-1), ...places.slice(1, -1), ...places.slice(0, 1)],
];

/** The same letter, the next, the previous, the one as far from the other end of the alphabet. */
const changes: readonly ((place: number) => number)[] = [
  (place) => place,
  moved(1),
  moved(-1),
  (place) => letters.length - 1 - place,
];

/** Plain, every letter twice, capitals, in brackets. */
const formats: readonly ((places: Places) => readonly string[])[] = [
  (places) => places.map((place) => letters[place]!),
  (places) => places.flatMap((place) => [letters[place]!, letters[place]!]),
  (places) => places.map((place) => capitals[place]!),
  (places) => ["[", ...places.map((place) => letters[place]!), "]"],
];

/** What a cell makes of some letters; "c a f" in, as tokens. The input must have at least two letters. */
export function applyCell([order, change, format]: Cell, input: readonly string[]): readonly string[] {
  const places = input.map((letter) => letters.indexOf(letter));
  return formats[format]!(orders[order]!(places).map((place) => changes[change]!(place)));
}
