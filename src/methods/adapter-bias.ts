// AdapterBias: one vector v is added behind the MLP, for every token by its own amount, y = hW + b + (h·a + c) v.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { baseShapes } from "../model/config";
import { copyParameters, copyParts } from "./copies";
import { defineMethod } from "./method";
import { trainedPart } from "./trained-part";

/**
 * Fu et al. 2022. h (4C) are the MLP's inner activations; a and c weigh the token, v is the shift. v starts at 0, so
 * that the model starts as the base and only v has a gradient then. Though told as an addition it is a LoRA of rank 1
 * on the second matrix plus a bias: W' = W + a vᵀ, b' = b + c v. `layerNorms` trains, as the paper's code does, the
 * layer norms that do not belong to attention.
 */
export const adapterBias = defineMethod({
  id: "adapter-bias",
  family: "addition",
  paper: {
    authors: "Fu et al.",
    title: "AdapterBias: Parameter-efficient Token-dependent Representation Shift for Adapters in NLP Tasks",
    year: 2022,
    url: "https://arxiv.org/abs/2205.00305",
  },
  options: {
    shareAlpha: { kind: "switch", default: false },
    layerNorms: { kind: "switch", default: false },
  },
  equation: String.raw`y = hW_2 + b_2 + (h \cdot a + c)\,v`,
  learningRate: 0.03,
  mergeable: true,
  start: "base",

  parts: (config, { shareAlpha, layerNorms }) => {
    const C = config.width;
    const alpha = (site: string) => [
      trainedPart(site, "adapter_bias.alpha.weight", [4 * C, 1]),
      trainedPart(site, "adapter_bias.alpha.bias", [1]),
    ];
    return [
      ...(shareAlpha ? alpha("shared") : []),
      ...sites(config.layers).flatMap((site) => [
        trainedPart(site, "adapter_bias.v", [C]),
        ...(shareAlpha ? [] : alpha(site)),
      ]),
      ...(layerNorms ? copyParts(baseShapes(config), isTrainedNorm) : []),
    ];
  },

  count: ({ layers: L, width: C }, { shareAlpha, layerNorms }) => {
    const own = shareAlpha ? L * C + 4 * C + 1 : L * (C + 4 * C + 1);
    const norms = layerNorms ? 2 * (L + 1) * C : 0;
    return {
      trained: own + norms,
      kept: own + norms,
      symbols: `${shareAlpha ? "LC + 4C + 1" : String.raw`L \cdot (C + 4C + 1)`}${norms ? " + 2(L + 1)C" : ""}`,
      numbers: `${shareAlpha ? `${L} × ${C} + 4 × ${C} + 1` : `${L} × (${C} + 4 × ${C} + 1)`}${norms ? ` + 2 × (${L} + 1) × ${C}` : ""}`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { layers, width: C } = model.config;
    const makeAlpha = (site: string): [a: Tensor, c: Tensor] => [
      variables.normal(`${site}.adapter_bias.alpha.weight`, [4 * C, 1], 0.02),
      variables.zeros(`${site}.adapter_bias.alpha.bias`, [1]),
    ];
    const shared = options.shareAlpha ? makeAlpha("shared") : undefined;
    const shifts: Record<string, { v: Tensor; a: Tensor; c: Tensor }> = {};
    for (const site of sites(layers)) {
      const v = variables.zeros(`${site}.adapter_bias.v`, [C]);
      const [a, c] = shared ?? makeAlpha(site);
      shifts[`${site}.down`] = { v, a, c };
    }
    const norms = options.layerNorms ? copyParameters(model, variables, isTrainedNorm) : undefined;
    const row = (v: Tensor): Tensor => ops.reshape(v, [1, C]);
    return {
      ...(norms && { weight: norms.weight }),
      linear: (name, h, y) => {
        const shift = shifts[name];
        if (!shift) return y;
        const amount = ops.linear(h, shift.a, shift.c); // (B, T, 4C) -> (B, T, 1)
        return ops.add(y, ops.matMul(amount, row(shift.v))) as Tensor3D;
      },
      merge: (name, base) => {
        const shift = shifts[name.replace(/\.(weight|bias)$/, "")];
        if (!shift) return norms?.merge(name, base) ?? base;
        const { v, a, c } = shift;
        return name.endsWith(".bias")
          ? ops.add(base, ops.multiply(v, c)) // b + c v
          : ops.add(base, ops.matMul(a, row(v))); // W + a vᵀ
      },
    };
  },
});

function sites(layers: number): string[] {
  return Array.from({ length: layers }, (_, layer) => `blocks.${layer}.mlp`);
}

function isTrainedNorm(name: string): boolean {
  return /norm\.(weight|bias)$/.test(name) && !name.includes("attention");
}
