// LLaMA-Adapter: every query also reads P trained vectors, and a gate that starts at 0 lets their answer in.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { upperLayers } from "./deep-prompt";
import { defineMethod } from "./method";

/**
 * Zhang et al. 2023; AdaptionPrompt in HF PEFT. The vectors go through the layer's own key and value matrices; their
 * softmax is apart from that of the text, so that with the gate g at 0 the model starts as the base, and only g has a
 * gradient then.
 */
export const llamaAdapter = defineMethod({
  id: "llama-adapter",
  family: "addition",
  paper: {
    authors: "Zhang et al.",
    title: "LLaMA-Adapter: Efficient Fine-tuning of Language Models with Zero-init Attention",
    year: 2023,
    url: "https://arxiv.org/abs/2303.16199",
  },
  options: {
    length: { kind: "integer", default: 8, min: 1, max: 64 },
    depth: { kind: "choice", default: "all", choices: ["all", "half", "one"] },
  },
  equation: String.raw`\mathrm{head} = \mathrm{softmax}\!\left(\frac{qK^{\top}}{\sqrt{d}}\right)V + g \cdot \mathrm{softmax}\!\left(\frac{q\,(pW_K)^{\top}}{\sqrt{d}}\right) pW_V`,
  learningRate: 0.1,
  mergeable: false,
  start: "base",

  parts: ({ layers, width }, { length, depth }) =>
    upperLayers(layers, depth).flatMap((layer) => {
      const site = `blocks.${layer}.attention.prefix`;
      return [
        { name: `${site}.prompt`, shape: [length, width], site, trained: true, kept: true },
        { name: `${site}.gate`, shape: [1], site, trained: true, kept: true },
      ];
    }),

  count: ({ layers, width: C }, { length: P, depth }) => {
    const L = upperLayers(layers, depth).length;
    const trained = L * (P * C + 1);
    return {
      trained,
      kept: trained,
      symbols: String.raw`L \cdot (PC + 1)`,
      numbers: `${L} × (${P} × ${C} + 1)`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { layers, heads, width } = model.config;
    const prompts: Record<number, { prompt: Tensor; gate: Tensor }> = {};
    for (const layer of upperLayers(layers, options.depth)) {
      const site = `blocks.${layer}.attention.prefix`;
      prompts[layer] = {
        prompt: variables.normal(`${site}.prompt`, [options.length, width], 1),
        gate: variables.zeros(`${site}.gate`, [1]),
      };
    }
    return {
      attended: (layer, q, read) => {
        const own = prompts[layer];
        if (!own) return read;
        const through = (matrix: string): Tensor3D => {
          const at = `blocks.${layer}.attention.${matrix}`;
          const rows = ops.linear(own.prompt, model.params[`${at}.weight`]!, model.params[`${at}.bias`]!); // (P, C)
          return ops.repeat(rows, q.shape[0]) as Tensor3D; // (B, P, C)
        };
        const answer = ops.attention(q, through("key"), through("value"), heads, { causal: false }); // (B, T, C)
        return ops.add(read, ops.multiply(answer, own.gate)) as Tensor3D;
      },
    };
  },
});
