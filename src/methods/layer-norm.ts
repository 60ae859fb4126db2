// Layer-norm tuning: only the gains γ and biases β of the layer norms are trained, LN(x) = γ ⊙ (x − μ)/σ + β.
import { papers } from "../lib/papers";
import { baseShapes } from "../model/parameters";
import { sitesOf, stacksOf, sublayersOf } from "../model/sites";
import { copyParameters, copyParts } from "./copies";
import { defineMethod } from "./method";

/** Zhao et al. 2023 (LNTuningConfig in HF PEFT). */
export const layerNorm = defineMethod({
  id: "layer-norm",
  family: "specification",
  paper: papers["layer-norm"],
  options: {
    terms: { kind: "set", default: ["weight", "bias"], choices: ["weight", "bias"] },
  },
  equation: String.raw`\mathrm{LN}(x) = \gamma \odot \frac{x - \mu}{\sigma} + \beta`,
  learningRate: 0.03,
  mergeable: true,
  start: "base",

  parts: (config, { terms }) => copyParts(baseShapes(config), (name) => isChosen(name, terms)),

  count: (config, { terms }) => {
    const C = config.width;
    // One norm in front of every sublayer, one behind every stack.
    const stacks = stacksOf(config).map(({ blocks }) => {
      const inBlock = blocks[0] ? sublayersOf(blocks[0]).length : 0;
      return `${inBlock} × ${blocks.length} + 1`;
    });
    const trained = terms.length * (sitesOf(config).length + stacks.length) * C;
    return {
      trained,
      kept: trained,
      symbols: String.raw`${terms.length} \cdot ${stacks.length > 1 ? "n" : "(2L + 1)"} \cdot C`,
      numbers: `${terms.length} × (${stacks.join(" + ")}) × ${C}`,
    };
  },

  attach: ({ model, options, variables }) =>
    copyParameters(model, variables, (name) => isChosen(name, options.terms)),
});

function isChosen(name: string, terms: readonly string[]): boolean {
  return terms.some((term) => name.endsWith(`norm.${term}`));
}
