// Prefix-tuning: P trained keys and values in front of those of every layer, K = [P_K; xW_K], V = [P_V; xW_V].
import { papers } from "../lib/papers";
import type { ModelConfig } from "../model/config";
import type { AttentionSite } from "../model/sites";
import { attachPrefix, countPrefix, prefixParts, upperAttentions } from "./deep-prompt";
import { defineMethod } from "./method";

/**
 * Li & Liang 2021. With `projection` a network (embedding, linear, tanh, linear) makes the prefix: it stabilises training
 * and is dropped afterwards. Without it keys and values are trained directly, as in P-tuning v2. A prefix of zeros does
 * not leave the base unchanged: each zero key still draws attention, so that the output of every head shrinks by
 * S / (S + P), S = Σ exp(score). `init` "zero" shows it.
 */
export const prefixTuning = defineMethod({
  id: "prefix-tuning",
  family: "addition",
  paper: papers.prefix,
  options: {
    length: { kind: "integer", default: 8, min: 1, max: 64 },
    projection: { kind: "switch", default: false },
    hidden: { kind: "integer", default: 64, min: 1, max: 512 },
    init: { kind: "choice", default: "random", choices: ["random", "zero"] },
  },
  equation: String.raw`\mathrm{head} = \mathrm{softmax}\!\left(\frac{q\,[P_K;\,K]^{\top}}{\sqrt{d}}\right)[P_V;\,V]`,
  learningRate: 0.1,
  mergeable: false,
  start: "away",

  positionsInFront: (_, { length }) => length,

  parts: (config, options) => prefixParts(config, shapeOf(config, options)),
  count: (config, options) => countPrefix(config, shapeOf(config, options)),
  attach: ({ model: { config }, options, variables, ops }) =>
    attachPrefix(config, shapeOf(config, options), options.init === "zero" ? 0 : 0.1, variables, ops),
});

/** Every attention gets a prefix, cross attention too (as for BART in the paper). */
function shapeOf<O extends object>(config: ModelConfig, options: O): O & { sites: AttentionSite[] } {
  return { ...options, sites: upperAttentions(config, "all") };
}
