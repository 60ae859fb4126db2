// BitFit: only the bias vectors b of y = xW + b are trained; every matrix is frozen.
import { papers } from "../lib/papers";
import { matrices } from "../model/config";
import { baseShapes } from "../model/parameters";
import { matricesOf, type StackShape, stacksOf, sublayersOf } from "../model/sites";
import { copyParameters, copyParts } from "./copies";
import { defineMethod } from "./method";

/** Ben-Zaken et al. 2021. The paper's smaller variant trains the biases of query and MLP up alone. */
export const bitfit = defineMethod({
  id: "bitfit",
  family: "specification",
  paper: papers.bitfit,
  options: {
    terms: { kind: "set", default: [...matrices, "norm"], choices: [...matrices, "norm"] },
  },
  equation: String.raw`y = xW + b, \qquad b \leftarrow b - \eta\,\nabla_b L`,
  learningRate: 0.03,
  mergeable: true,
  start: "base",

  parts: (config, { terms }) => copyParts(baseShapes(config), (name) => isChosen(name, terms)),

  count: (config, { terms }) => {
    const C = config.width;
    const last = terms.includes("norm") ? 1 : 0;
    const stacks = stacksOf(config).map((stack) => ({
      layers: stack.blocks.length,
      inBlock: biasesInBlock(stack, terms, C),
    }));
    const trained = stacks.reduce((sum, { layers, inBlock }) => sum + (layers * inBlock + last) * C, 0);
    return {
      trained,
      kept: trained,
      symbols: stacks.map(({ inBlock }) => String.raw`L \cdot ${inBlock}C${last ? " + C" : ""}`).join(" + "),
      numbers: stacks
        .map(({ layers, inBlock }) => `${layers} × ${inBlock} × ${C}${last ? ` + ${C}` : ""}`)
        .join(" + "),
    };
  },

  attach: ({ model, options, variables }) =>
    copyParameters(model, variables, (name) => isChosen(name, options.terms)),
});

/** Length of the chosen biases of one block, in widths C. */
function biasesInBlock({ blocks: [block] }: StackShape, terms: readonly string[], C: number): number {
  if (!block) return 0;
  const chosen = matricesOf(block).filter(({ matrix }) => terms.includes(matrix));
  const norms = terms.includes("norm") ? sublayersOf(block).length : 0;
  return chosen.reduce((sum, { columns }) => sum + columns / C, norms);
}

/** "blocks.0.mlp.norm.bias" -> whether "norm" is among the terms; a bias of cross attention goes by that of attention. */
function isChosen(name: string, terms: readonly string[]): boolean {
  const [, sublayer, part] = /(\w+)\.(\w+)\.bias$/.exec(`.${name}`) ?? [];
  if (part === undefined) return name.endsWith("norm.bias") && terms.includes("norm");
  return terms.includes(
    part === "norm" ? "norm" : `${sublayer === "cross" ? "attention" : sublayer}.${part}`,
  );
}
