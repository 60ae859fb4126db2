// LLaMA-Adapter: every query also attends to P trained vectors; a gate g that starts at 0 scales what it reads there.
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import { papers } from "../lib/papers";
import type { MatrixSite } from "../model/sites";
import { upperAttentions } from "./deep-prompt";
import { defineMethod } from "./method";
import { trainedPart } from "./trained-part";

/**
 * Zhang et al. 2023; AdaptionPrompt in HF PEFT. The vectors go through the layer's own key and value matrices. Their
 * softmax is separate from that of the text: with g at 0 the model starts as the base, and only g has a gradient then.
 */
export const llamaAdapter = defineMethod({
  id: "llama-adapter",
  family: "addition",
  paper: papers["llama-adapter"],
  options: {
    length: { kind: "integer", default: 8, min: 1, max: 64 },
    depth: { kind: "choice", default: "all", choices: ["all", "half", "one"] },
  },
  equation: String.raw`\mathrm{head} = \mathrm{softmax}\!\left(\frac{qK^{\top}}{\sqrt{d}}\right)V + g \cdot \mathrm{softmax}\!\left(\frac{q\,(pW_K)^{\top}}{\sqrt{d}}\right) pW_V`,
  learningRate: 0.1,
  mergeable: false,
  start: "base",

  // Which of the three attentions of an encoder-decoder would read the vectors, neither the paper nor HF PEFT says.
  fits: ({ kind }) => (kind === "encoder-decoder" ? "one-stack" : true),

  // A second attention reads its vectors; it takes as much memory as attention over that many keys.
  positionsInFront: (_, { length }) => length,

  parts: (config, { length, depth }) =>
    upperAttentions(config, depth).flatMap(({ name }) => [
      trainedPart(`${name}.prefix`, "prompt", [length, config.width]),
      trainedPart(`${name}.prefix`, "gate", [1]),
    ]),

  count: (config, { length: P, depth }) => {
    const C = config.width;
    const L = upperAttentions(config, depth).length;
    const trained = L * (P * C + 1);
    return {
      trained,
      kept: trained,
      symbols: String.raw`L \cdot (PC + 1)`,
      numbers: `${L} × (${P} × ${C} + 1)`,
    };
  },

  attach: ({ model, options, variables, ops }) => {
    const { heads, width } = model.config;
    const prompts: Record<string, { prompt: Tensor; gate: Tensor }> = {};
    for (const { name } of upperAttentions(model.config, options.depth)) {
      prompts[name] = {
        prompt: variables.normal(`${name}.prefix.prompt`, [options.length, width], 1),
        gate: variables.zeros(`${name}.prefix.gate`, [1]),
      };
    }
    return {
      attended: (at, q, read) => {
        const own = prompts[at.name];
        if (!own) return read;
        const through = ({ name }: MatrixSite): Tensor3D => {
          const rows = ops.linear(own.prompt, model.params[`${name}.weight`]!, model.params[`${name}.bias`]!); // (P, C)
          return ops.repeat(rows, q.shape[0]) as Tensor3D; // (B, P, C)
        };
        const answer = ops.attention(q, through(at.key), through(at.value), heads, { causal: false }); // (B, T, C)
        return ops.add(read, ops.multiply(answer, own.gate)) as Tensor3D;
      },
    };
  },
});
