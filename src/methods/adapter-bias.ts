// AdapterBias: one vector v is added after the MLP, by a different amount for each token, y = hW + b + (h·a + c) v.
import type { Tensor } from "@tensorflow/tfjs-core";
import { papers } from "../lib/papers";
import { baseShapes } from "../model/parameters";
import { blocksOf, stacksOf } from "../model/sites";
import { copyParameters, copyParts } from "./copies";
import { defineMethod } from "./method";
import { onMatrices } from "./targets";
import { trainedPart } from "./trained-part";

/**
 * Fu et al. 2022. h (4C) are the MLP's inner activations; a and c weigh the token, v is the shift. v starts at 0, so
 * that the model starts as the base and only v has a gradient then. Presented as an addition, it equals LoRA of rank 1
 * on the second matrix plus a bias: W' = W + a vᵀ, b' = b + c v. `layerNorms` also trains the
 * layer norms outside attention, as the paper's code does.
 */
export const adapterBias = defineMethod({
  id: "adapter-bias",
  family: "addition",
  paper: papers.adapterbias,
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
      ...blocksOf(config).flatMap(({ mlp }) => [
        trainedPart(mlp.name, "adapter_bias.v", [C]),
        ...(shareAlpha ? [] : alpha(mlp.name)),
      ]),
      ...(layerNorms ? copyParts(baseShapes(config), isTrainedNorm) : []),
    ];
  },

  count: (config, { shareAlpha, layerNorms }) => {
    const C = config.width;
    const L = blocksOf(config).length;
    const stacks = stacksOf(config).length;
    const own = shareAlpha ? L * C + 4 * C + 1 : L * (C + 4 * C + 1);
    const norms = layerNorms ? 2 * (L + stacks) * C : 0;
    return {
      trained: own + norms,
      kept: own + norms,
      symbols: `${shareAlpha ? "LC + 4C + 1" : String.raw`L \cdot (C + 4C + 1)`}${norms ? ` + 2(L + ${stacks})C` : ""}`,
      numbers: `${shareAlpha ? `${L} × ${C} + 4 × ${C} + 1` : `${L} × (${C} + 4 × ${C} + 1)`}${norms ? ` + 2 × (${L} + ${stacks}) × ${C}` : ""}`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const C = model.config.width;
    const makeAlpha = (site: string): [a: Tensor, c: Tensor] => [
      variables.normal(`${site}.adapter_bias.alpha.weight`, [4 * C, 1], 0.02),
      variables.zeros(`${site}.adapter_bias.alpha.bias`, [1]),
    ];
    const shared = options.shareAlpha ? makeAlpha("shared") : undefined;
    const shifts: Record<string, { v: Tensor; a: Tensor; c: Tensor }> = {};
    for (const { mlp } of blocksOf(model.config)) {
      const v = variables.zeros(`${mlp.name}.adapter_bias.v`, [C]);
      const [a, c] = shared ?? makeAlpha(mlp.name);
      shifts[mlp.down.name] = { v, a, c };
    }
    const norms = options.layerNorms ? copyParameters(model, variables, isTrainedNorm) : undefined;
    const row = (v: Tensor): Tensor => ops.reshape(v, [1, C]);
    const shifted = onMatrices(shifts, {
      apply: ({ v, a, c }, h, y) => {
        const amount = ops.linear(h, a, c); // (B, T, 4C) -> (B, T, 1)
        return ops.add(y, ops.matMul(amount, row(v)));
      },
      merge: ({ v, a }, W) => ops.add(W, ops.matMul(a, row(v))), // W + a vᵀ
      mergeBias: ({ v, c }, b) => ops.add(b, ops.multiply(v, c)), // b + c v
    });
    return {
      ...(norms && { weight: norms.weight }),
      linear: shifted.linear,
      merge: (name, base) => norms?.merge(name, shifted.merge(name, base)) ?? shifted.merge(name, base),
    };
  },
});

function isTrainedNorm(name: string): boolean {
  return /norm\.(weight|bias)$/.test(name) && !/attention|cross/.test(name);
}
