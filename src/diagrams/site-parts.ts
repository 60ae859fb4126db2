import { sizeOf } from "../lib/shape";
import type { Part } from "../methods/method";
import type { ModelConfig } from "../model/config";
import { blocksOf } from "../model/sites";
import { blockLayout, footPlaces, type Place } from "./block-layout";

/** A place of the drawing with what a method does there. */
export interface DrawnSite {
  readonly place: Place;
  /** Numbers the base has here. */
  readonly frozen: number;
  /** Share of the base's own numbers here that the method trains, 0 to 1. */
  readonly moved: number;
  /** Parts of the method that are parameters of the base, and parts that are new. */
  readonly own: readonly Part[];
  readonly added: readonly Part[];
}

/** What a method's parts look like in one block. Parts of other blocks are left out; sites without a place go to the foot. */
export function drawnSites(config: ModelConfig, layer: number, parts: readonly Part[]): readonly DrawnSite[] {
  const blocks = blocksOf(config);
  const places = blockLayout(config, layer);
  const here = parts.filter(
    ({ site }) => !blocks.some(({ name }, i) => i !== layer && site.startsWith(`${name}.`)),
  );
  const placed = new Set(places.map(({ site }) => site));
  const elsewhere = [...new Set(here.map(({ site }) => site))].filter((site) => !placed.has(site));
  return [...places, ...footPlaces(elsewhere)]
    .map((place) =>
      drawnSite(
        place,
        here.filter(({ site }) => site === place.site),
      ),
    )
    .filter(({ place, frozen, added }) => place.always || frozen > 0 || added.length > 0);
}

/** How far along a box, 0 to 1, the middle of its words stands, when it is filled by a share from the left: on ink, or on what is left of the paper. */
export function wordsAt(share: number): number {
  return share > 0.2 && share <= 0.6 ? (1 + share) / 2 : 0.5;
}

function drawnSite(place: Place, parts: readonly Part[]): DrawnSite {
  const own = parts.filter(({ name }) => Object.hasOwn(place.parameters, name));
  const frozen = Object.values(place.parameters).reduce((sum, shape) => sum + sizeOf(shape), 0);
  const trained = own.filter((part) => part.trained).reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  return {
    place,
    frozen,
    moved: frozen > 0 ? trained / frozen : 0,
    own,
    added: parts.filter((part) => !own.includes(part)),
  };
}
