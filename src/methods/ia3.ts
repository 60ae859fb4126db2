// (IA)³: keys, values and the MLP's inner activations are stretched by trained vectors, k ← l_k ⊙ k, v ← l_v ⊙ v, h ← l_h ⊙ h.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { matrixShape } from "../model/config";
import { defineMethod } from "./method";
import { targetsOf } from "./targets";
import { trainedPart } from "./trained-part";

const places = ["attention.key", "attention.value", "mlp.down"] as const;

/**
 * Liu et al. 2022 (T-Few). All vectors start at 1: the model starts as the base. It adds vectors, and yet it can be
 * folded into the matrices. As in HF PEFT, the vector of the MLP scales what goes into the second matrix.
 */
export const ia3 = defineMethod({
  id: "ia3",
  family: "other",
  paper: {
    authors: "Liu et al.",
    title: "Few-Shot Parameter-Efficient Fine-Tuning is Better and Cheaper than In-Context Learning",
    year: 2022,
    url: "https://arxiv.org/abs/2205.05638",
  },
  options: {
    targets: { kind: "set", default: places, choices: places },
  },
  equation: String.raw`\mathrm{softmax}\!\left(\frac{q\,(l_k \odot K)^{\top}}{\sqrt{d}}\right)(l_v \odot V), \qquad (l_h \odot \mathrm{GELU}(xW_1))\,W_2`,
  learningRate: 0.1,
  mergeable: true,
  start: "base",

  parts: (config, { targets }) =>
    targetsOf(config, targets).map(({ site, rows, columns }) =>
      trainedPart(site, "ia3", [isInner(site) ? rows : columns]),
    ),

  count: (config, { targets }) => {
    const sizes = targets.map((place) => matrixShape(config, place)[isInner(place) ? 0 : 1]);
    const trained = config.layers * sizes.reduce((sum, size) => sum + size, 0);
    return {
      trained,
      kept: trained,
      symbols: String.raw`L \cdot (${targets.map((place) => (isInner(place) ? "4C" : "C")).join(" + ")})`,
      numbers: `${config.layers} × (${sizes.join(" + ")})`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const vectors: Record<string, Tensor> = {};
    for (const { site, rows, columns } of targetsOf(model.config, options.targets)) {
      vectors[site] = variables.filled(`${site}.ia3`, [isInner(site) ? rows : columns], 1);
    }
    return {
      linear: (name, _, y) => {
        const vector = isInner(name) ? undefined : vectors[name];
        return vector ? (ops.multiply(y, vector) as Tensor3D) : y;
      },
      hidden: (layer, inner) => {
        const vector = vectors[`blocks.${layer}.mlp.down`];
        return vector ? (ops.multiply(inner, vector) as Tensor3D) : inner;
      },
      merge: (name, base) => {
        const site = name.replace(/\.(weight|bias)$/, "");
        const vector = vectors[site];
        if (!vector) return base;
        if (!isInner(site)) return ops.multiply(base, vector); // columns of W, and b
        return name.endsWith(".bias") ? base : ops.multiply(base, ops.reshape(vector, [vector.size, 1])); // rows of W
      },
    };
  },
});

/** Whether the vector scales the input of this matrix instead of its output. */
function isInner(site: string): boolean {
  return site.endsWith("mlp.down");
}
