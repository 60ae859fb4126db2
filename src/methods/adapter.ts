// Adapter: a small bottleneck after a sublayer, A(h) = h + W_up · gelu(W_down h + b_down) + b_up; the base is frozen.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { papers } from "../lib/papers";
import type { ModelConfig } from "../model/config";
import { baseShapes } from "../model/parameters";
import { type Site, sitesOf, stacksOf, sublayersOf } from "../model/sites";
import { copyParameters, copyParts } from "./copies";
import { defineMethod } from "./method";
import { trainedPart } from "./trained-part";

/**
 * Houlsby et al. 2019: after the attention sublayer and after the MLP, before the residual is added.
 * Both matrices start near 0 (std 1e-2 in the paper), so that training starts from the base as it is.
 * The paper's code also trains every layer norm: `layerNorms`, off by default, so that the count is the adapters' alone.
 */
export const adapter = defineMethod({
  id: "adapter",
  family: "addition",
  paper: papers.houlsby,
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
    ...sublayersFor(config, after).flatMap(({ name: site }) => [
      trainedPart(site, "adapter.down.weight", [config.width, bottleneck]),
      trainedPart(site, "adapter.down.bias", [bottleneck]),
      trainedPart(site, "adapter.up.weight", [bottleneck, config.width]),
      trainedPart(site, "adapter.up.bias", [config.width]),
    ]),
    ...(layerNorms ? copyParts(baseShapes(config), isNorm) : []),
  ],

  count: (config, { bottleneck: m, after, layerNorms }) => {
    const C = config.width;
    const places = sublayersFor(config, after).length;
    const norms = sitesOf(config).length + stacksOf(config).length;
    const trained = places * (2 * m * C + m + C) + (layerNorms ? 2 * norms * C : 0);
    return {
      trained,
      kept: trained,
      symbols: String.raw`${placesSymbol(config, after)} \cdot (2mC + m + C)${layerNorms ? normsSymbol(config) : ""}`,
      numbers: `${sumOfPlaces(config, after)} × (2 × ${m} × ${C} + ${m} + ${C})${layerNorms ? ` + 2 × ${sumOfNorms(config)} × ${C}` : ""}`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { width } = model.config;
    const adapters: Record<string, (h: Tensor) => Tensor> = {};
    for (const { name: site } of sublayersFor(model.config, options.after)) {
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
      sublayer: ({ name }, output) => (adapters[name]?.(output) as Tensor3D | undefined) ?? output,
    };
  },
});

/** Whether a sublayer is of a chosen kind; cross attention is an attention too. */
function isOf(kinds: readonly string[], { sublayer }: Site): boolean {
  return kinds.includes(sublayer === "mlp" ? "mlp" : "attention");
}

/** The chosen sublayers of every block. */
export function sublayersFor(config: ModelConfig, kinds: readonly string[]): readonly Site[] {
  return sitesOf(config).filter((site) => isOf(kinds, site));
}

/** Their number as arithmetic: "2 × 2", in two stacks "(2 × 2 + 2 × 3)". */
export function sumOfPlaces(config: ModelConfig, kinds: readonly string[]): string {
  const [first, ...others] = stacksOf(config).map(({ blocks }) => {
    const inBlock = blocks[0] ? sublayersOf(blocks[0]).filter((site) => isOf(kinds, site)).length : 0;
    return `${blocks.length} × ${inBlock}`;
  });
  return others.length > 0 ? `(${[first, ...others].join(" + ")})` : first!;
}

/** The same as TeX. */
export function placesSymbol({ kind }: ModelConfig, kinds: readonly string[]): string {
  return kind === "encoder-decoder" ? "N" : String.raw`L \cdot ${kinds.length}`;
}

/** The layer norms of the model: one in front of every sublayer, one behind every stack. */
function sumOfNorms(config: ModelConfig): string {
  const stacks = stacksOf(config).map(({ blocks }) => {
    const inBlock = blocks[0] ? sublayersOf(blocks[0]).length : 0;
    return `${inBlock} × ${blocks.length} + 1`;
  });
  return `(${stacks.join(" + ")})`;
}

function normsSymbol({ kind }: ModelConfig): string {
  return kind === "encoder-decoder" ? " + 2nC" : " + 2(2L + 1)C";
}

function isNorm(name: string): boolean {
  return /norm\.(weight|bias)$/.test(name);
}
