// BitFit: only the bias vectors b of y = xW + b move; every matrix stays frozen.
import { baseShapes, matrices } from "../model/config";
import { copyParameters, copyParts } from "./copies";
import { defineMethod } from "./method";

/** Ben-Zaken et al. 2022. The paper's smaller variant trains the biases of query and MLP up alone. */
export const bitfit = defineMethod({
  id: "bitfit",
  family: "specification",
  paper: {
    authors: "Ben-Zaken et al.",
    title: "BitFit: Simple Parameter-efficient Fine-tuning for Transformer-based Masked Language-models",
    year: 2022,
    url: "https://arxiv.org/abs/2106.10199",
  },
  options: {
    terms: { kind: "set", default: [...matrices, "norm"], choices: [...matrices, "norm"] },
  },
  equation: String.raw`y = xW + b, \qquad b \leftarrow b - \eta\,\nabla_b L`,
  learningRate: 0.03,
  mergeable: true,
  start: "base",

  parts: (config, { terms }) => copyParts(baseShapes(config), (name) => isChosen(name, terms)),

  count: ({ layers: L, width: C }, { terms }) => {
    const inner = terms.includes("mlp.up") ? 4 : 0;
    const narrow = terms.filter((term) => term !== "mlp.up" && term !== "norm").length;
    const inBlock = inner + narrow + (terms.includes("norm") ? 2 : 0);
    const last = terms.includes("norm") ? 1 : 0;
    const trained = (L * inBlock + last) * C;
    return {
      trained,
      kept: trained,
      symbols: String.raw`L \cdot ${inBlock}C${last ? " + C" : ""}`,
      numbers: `${L} × ${inBlock} × ${C}${last ? ` + ${C}` : ""}`,
    };
  },

  attach: ({ model, options, variables }) =>
    copyParameters(model, variables, (name) => isChosen(name, options.terms)),
});

/** "blocks.0.mlp.norm.bias" -> whether "norm" is among the terms. */
function isChosen(name: string, terms: readonly string[]): boolean {
  if (!name.endsWith(".bias")) return false;
  const site = name.replace(/^blocks\.\d+\./, "").replace(/\.bias$/, "");
  return terms.includes(site.endsWith("norm") ? "norm" : site);
}
