// P-tuning v2: deep prompts, P trained keys and values in front of those of the upper layers, under the task's own head.
import { papers } from "../lib/papers";
import { attachPrefix, countPrefix, prefixParts, upperAttentions } from "./deep-prompt";
import { defineMethod } from "./method";

/**
 * Liu et al. 2021. The mathematics of prefix-tuning, used for understanding tasks: a classification head instead of
 * label words (every lane of such a task has one), and usually no network behind the prompts. The paper also asks which
 * layers need prompts: the upper ones matter most.
 */
export const pTuningV2 = defineMethod({
  id: "p-tuning-v2",
  family: "addition",
  paper: papers.ptuning2,
  options: {
    length: { kind: "integer", default: 8, min: 1, max: 64 },
    depth: { kind: "choice", default: "all", choices: ["all", "half", "one"] },
    projection: { kind: "switch", default: false },
    hidden: { kind: "integer", default: 64, min: 1, max: 512 },
  },
  equation: String.raw`K^{\ell} = [P_K^{\ell};\, x^{\ell}W_K], \qquad V^{\ell} = [P_V^{\ell};\, x^{\ell}W_V]`,
  learningRate: 0.1,
  mergeable: false,
  start: "away",

  positionsInFront: (_, { length }) => length,

  parts: (config, options) =>
    prefixParts(config, { ...options, sites: upperAttentions(config, options.depth) }),
  count: (config, options) =>
    countPrefix(config, { ...options, sites: upperAttentions(config, options.depth) }),
  attach: ({ model: { config }, options, variables, ops }) =>
    attachPrefix(config, { ...options, sites: upperAttentions(config, options.depth) }, 0.1, variables, ops),
});
