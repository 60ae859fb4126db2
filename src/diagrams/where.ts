import { sizeOf } from "../lib/shape";
import type { Part } from "../methods/method";
import { type ModelConfig, tokensHead } from "../model/config";
import { countParameters } from "../model/parameters";
import { blocksOf } from "../model/sites";
import type { SiteWords } from "./block-layout";
import { drawnSites } from "./site-parts";

/** Where a method acts, summed up over all blocks. */
export interface Where {
  /** Places in the order of the drawing, from the head down; each once. */
  readonly places: readonly SiteWords[];
  /** Blocks it acts in, from 0; empty where it acts outside of them only. */
  readonly layers: readonly number[];
  /** true: all parameters of the base are trained. */
  readonly everywhere: boolean;
}

/** Sums up where parts act in a model. */
export function whereParts(config: ModelConfig, parts: readonly Part[]): Where {
  const blocks = blocksOf(config);
  const layers = blocks.map((_, layer) => layer);
  const used = layers.map((layer) =>
    drawnSites(config, layer, parts).filter(({ own, added }) => own.length + added.length > 0),
  );
  const moved = new Map(used.flat().flatMap(({ own }) => own.map((part) => [part.name, part] as const)));
  const trained = [...moved.values()].reduce((sum, part) => sum + (part.trained ? sizeOf(part.shape) : 0), 0);
  return {
    places: [...new Set(used.flat().map(({ place }) => place.words))],
    layers: layers.filter((layer) =>
      used[layer]?.some(({ place }) => place.site.startsWith(`${blocks[layer]?.name}.`)),
    ),
    everywhere: trained === countParameters({ ...config, head: tokensHead }),
  };
}
