// What the seed of an experiment chooses: plain data, for the page too.
import { createRandom, type Random } from "../../lib/random";
import { seenCreatures } from "../../tasks/creatures/creature";
import { places } from "../../tasks/creatures/places";

/** What the pictures of an experiment are chosen with. */
export function pictureStream(seed: number): Random {
  return createRandom(seed).fork("pictures");
}

/** Where the creature is in each photo. */
export function photoPlaces(seed: number, count: number): readonly number[] {
  const random = pictureStream(seed).fork("photos");
  return Array.from({ length: count }, () => random.pick(places));
}

/** The creatures that the base has seen, in the order in which a style is shown on them. */
export function styleOrder(seed: number): readonly number[] {
  return pictureStream(seed).fork("styled").shuffle(seenCreatures);
}

/** Creatures that the style is not shown on: the last of that order. */
export function unstyledCreatures(seed: number, count: number): readonly number[] {
  return styleOrder(seed).slice(-count);
}
