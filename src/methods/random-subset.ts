// Random subset: a few entries of each matrix, chosen at random, are trained, W' = W + scatter(t at the chosen places).
import type { Tensor } from "@tensorflow/tfjs-core";
import { papers } from "../lib/papers";
import { createRandom, type Random } from "../lib/random";
import { matrices } from "../model/config";
import { defineMethod } from "./method";
import { sumOverTargets, targetsOf, timesLayers } from "./targets";

/**
 * Xu & Zhang 2024 ("Random Masking"); Bhardwaj et al. 2024 call it SHiRA. The changes t start at 0. Using the result
 * takes the places too, so the file holds an index for each trained parameter. The places depend on the option `seed`
 * alone: with the seed they can be drawn again.
 */
export const randomSubset = defineMethod({
  id: "random-subset",
  family: "specification",
  paper: papers["random-subset"],
  options: {
    share: { kind: "number", default: 0.02, min: 0.0001, max: 1 },
    within: { kind: "set", default: matrices, choices: matrices },
    seed: { kind: "integer", default: 1, min: 0, max: 999_999 },
  },
  equation: String.raw`W' = W + M \odot T, \qquad M_{ij} \in \{0, 1\}\ \text{chosen at random}`,
  learningRate: 0.03,
  mergeable: true,
  start: "base",

  parts: (config, { share, within }) =>
    targetsOf(config, within).flatMap(({ name: site, rows, columns }) => {
      const shape = [chosen(share, rows * columns)];
      return [
        { name: `${site}.weight.subset`, shape, site, trained: true, kept: true },
        { name: `${site}.weight.indices`, shape, site, trained: false, kept: false, stored: true },
      ];
    }),

  count: (config, { share, within }) => {
    const counts = targetsOf(config, within).map(({ rows, columns }) => chosen(share, rows * columns));
    const trained = counts.reduce((sum, count) => sum + count, 0);
    return {
      trained,
      kept: trained,
      stored: 2 * trained,
      symbols: String.raw`${timesLayers(config)}\sum_{W} \mathrm{round}(p \cdot d_{\mathrm{in}} d_{\mathrm{out}})`,
      numbers: sumOverTargets(
        config,
        within,
        (L, matrices) =>
          `${L} × (${matrices.map(({ rows, columns }) => chosen(share, rows * columns)).join(" + ")})`,
      ),
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const subsets: Record<string, { values: Tensor; indices: Tensor }> = {};
    for (const { name: site, rows, columns } of targetsOf(model.config, options.within)) {
      const size = rows * columns;
      const count = chosen(options.share, size);
      const draw = (): Int32Array => drawPlaces(createRandom(options.seed).fork(site), size, count);
      subsets[`${site}.weight`] = {
        values: variables.zeros(`${site}.weight.subset`, [count]),
        indices: variables.fixed(`${site}.weight.indices`, [count], draw, "int32"),
      };
    }
    const changed = (name: string, base: Tensor): Tensor => {
      const subset = subsets[name];
      return subset ? ops.add(base, ops.scatter(subset.values, subset.indices, base.shape)) : base;
    };
    return { weight: changed, merge: changed };
  },
});

/** How many entries of a matrix are trained: at least one. */
function chosen(share: number, size: number): number {
  return Math.max(1, Math.round(share * size));
}

/** `count` different places out of `size`, in ascending order. */
function drawPlaces(random: Random, size: number, count: number): Int32Array {
  const places = random.shuffle(Array.from({ length: size }, (_, place) => place)).slice(0, count);
  return Int32Array.from(places).sort();
}
