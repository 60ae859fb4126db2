// Adapter: a small bottleneck after a sublayer, A(h) = h + W_up · gelu(W_down h + b_down) + b_up; the base is frozen.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { baseShapes } from "../model/config";
import { copyParameters, copyParts } from "./copies";
import { defineMethod } from "./method";
import { trainedPart } from "./trained-part";

/**
 * Houlsby et al. 2019: after the attention sublayer and after the MLP, before the residual is added.
 * Both matrices start near 0 (std 1e-2 in the paper), so that training starts from the base as it is.
 * The paper's code trains every layer norm along: `layerNorms`; off, so that the count is the adapters' alone.
 */
export const adapter = defineMethod({
  id: "adapter",
  family: "addition",
  paper: {
    authors: "Houlsby et al.",
    title: "Parameter-Efficient Transfer Learning for NLP",
    year: 2019,
    url: "https://arxiv.org/abs/1902.00751",
  },
  options: {
    bottleneck: { kind: "integer", default: 8, min: 1, max: 256 },
    after: { kind: "set", default: ["attention", "mlp"], choices: ["attention", "mlp"] },
    initStd: { kind: "number", default: 0.01, min: 0, max: 1 },
    layerNorms: { kind: "switch", default: false },
  },
  equation: String.raw`A(h) = h + W_{\mathrm{up}}\,\mathrm{GELU}(W_{\mathrm{down}}\,h + b_{\mathrm{down}}) + b_{\mathrm{up}}`,
  learningRate: 0.03,
  mergeable: false,
  start: "near",

  parts: (config, { bottleneck, after, layerNorms }) => [
    ...sublayers(config.layers, after).flatMap((site) => [
      trainedPart(site, "adapter.down.weight", [config.width, bottleneck]),
      trainedPart(site, "adapter.down.bias", [bottleneck]),
      trainedPart(site, "adapter.up.weight", [bottleneck, config.width]),
      trainedPart(site, "adapter.up.bias", [config.width]),
    ]),
    ...(layerNorms ? copyParts(baseShapes(config), isNorm) : []),
  ],

  count: ({ layers: L, width: C }, { bottleneck: m, after, layerNorms }) => {
    const norms = layerNorms ? 2 * (2 * L + 1) * C : 0;
    const trained = L * after.length * (2 * m * C + m + C) + norms;
    return {
      trained,
      kept: trained,
      symbols: String.raw`L \cdot ${after.length} \cdot (2mC + m + C)${norms ? " + 2(2L + 1)C" : ""}`,
      numbers: `${L} × ${after.length} × (2 × ${m} × ${C} + ${m} + ${C})${norms ? ` + 2 × (2 × ${L} + 1) × ${C}` : ""}`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { width, layers } = model.config;
    const adapters: Record<string, (h: Tensor) => Tensor> = {};
    for (const site of sublayers(layers, options.after)) {
      const down = variables.normal(
        `${site}.adapter.down.weight`,
        [width, options.bottleneck],
        options.initStd,
      );
      const downBias = variables.zeros(`${site}.adapter.down.bias`, [options.bottleneck]);
      const up = variables.normal(`${site}.adapter.up.weight`, [options.bottleneck, width], options.initStd);
      const upBias = variables.zeros(`${site}.adapter.up.bias`, [width]);
      // (B, T, C) -> (B, T, m) -> (B, T, C)
      adapters[site] = (h) => ops.add(h, ops.linear(ops.gelu(ops.linear(h, down, downBias)), up, upBias));
    }
    return {
      ...(options.layerNorms && { weight: copyParameters(model, variables, isNorm).weight }),
      sublayer: (layer, kind, output) =>
        (adapters[`blocks.${layer}.${kind}`]?.(output) as Tensor3D | undefined) ?? output,
    };
  },
});

/** The chosen sublayers of every block. */
export function sublayers(layers: number, kinds: readonly string[]): string[] {
  return Array.from({ length: layers }, (_, layer) => kinds.map((kind) => `blocks.${layer}.${kind}`)).flat();
}

function isNorm(name: string): boolean {
  return /norm\.(weight|bias)$/.test(name);
}
