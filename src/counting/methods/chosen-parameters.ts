import { countingMethod } from "../method";
import { note } from "../notes";
import { biasesOf, type Part, sizeOfParts, weightsOf } from "../part";
import { findTargets } from "../targets";
import { seeds } from "../without-effect";
import { matrixMethod } from "./matrix-method";

/** Every parameter, or those of the upper blocks only. */
export const full = countingMethod({
  id: "full",
  library: "none",
  aliases: ["full-fine-tuning", "fine-tuning", "ft", "all", "fft", "full-finetuning"],
  options: {
    /** How many of the upper blocks train; default: everything. */
    last_layers: {
      kind: "integer",
      default: null,
      min: 0,
      aliases: ["top", "top_layers", "n_layers", "top_n"],
    },
  },
  count: ({ architecture, body, layers }, { last_layers }) => {
    const first = last_layers === null ? null : architecture.layers - last_layers;
    const trains = ({ layer }: Part): boolean => {
      if (first !== null) return layer !== undefined && layer >= first;
      return layers === null || (layer !== undefined && layers.includes(layer));
    };
    return { trained: sizeOfParts(body.filter(trains)) };
  },
});

/** Upper blocks alone: "FT-top2" of the LoRA paper. */
export const lastLayers = countingMethod({
  id: "last-layers",
  library: "none",
  aliases: ["ft-top2", "ft-top", "partial", "freeze"],
  options: { last_layers: { kind: "integer", default: 2, min: 0, aliases: ["top", "n", "layers_trained"] } },
  count: ({ architecture, body }, { last_layers }) => ({
    trained: sizeOfParts(
      body.filter(({ layer }) => layer !== undefined && layer >= architecture.layers - last_layers),
    ),
  }),
});

/** Only the fresh classifier of the task, as HF transformers makes it for the model, or a wider one. */
export const head = countingMethod({
  id: "head",
  library: "none",
  aliases: ["linear-probe", "classifier", "feature-extraction"],
  needsHead: true,
  options: {
    head: { kind: "choice", default: "linear", choices: ["linear", "mlp"], aliases: ["kind"] },
    hidden: { kind: "integer", default: 32, min: 1 },
    /** BERT's pooler belongs to the base; this trains it along. */
    pooler: { kind: "switch", default: false, aliases: ["train_pooler"] },
  },
  count: ({ body, architecture: { width } }, options) => {
    const pooler = options.pooler ? sizeOfParts(body.filter(({ path }) => path.includes("pooler"))) : 0;
    // Before the classifier f becomes f + W₂ tanh(W₁ f + b₁) + b₂.
    const mlp = options.head === "mlp" ? 2 * width * options.hidden + options.hidden + width : 0;
    return { trained: pooler + mlp, added: mlp };
  },
});

/** BitFit (Ben-Zaken et al. 2021): the biases that the model has. */
export const bitfit = countingMethod({
  id: "bitfit",
  library: "none",
  aliases: ["bias", "bias-only"],
  options: { terms: { kind: "names", default: null, aliases: ["bias_terms", "target_modules", "targets"] } },
  count: ({ body, layers }, { terms }) => {
    const matrices = terms?.filter((name) => name !== "norm");
    const norms = terms?.includes("norm") ? body.filter(({ kind }) => kind === "norm") : [];
    const chosen = matrices
      ? [...(matrices.length > 0 ? findTargets(body, matrices, layers).matrices : []), ...norms]
      : body.filter(({ layer }) => layers === null || (layer !== undefined && layers.includes(layer)));
    const trained = chosen.reduce((sum, part) => sum + biasesOf(part), 0);
    const without = body.some(({ bias }) => bias) ? "noChosenBiases" : "noBiases";
    return {
      trained,
      notes: [trained === 0 ? note(without) : undefined],
    };
  },
});

/** Single entries of the matrices of the blocks, drawn once; their places must be stored too. */
export const randomSubset = matrixMethod({
  id: "random-subset",
  library: "none",
  withoutEffect: seeds,
  aliases: ["random", "random-mask", "random-masking"],
  defaults: () => ["all-linear"],
  options: {
    share: { kind: "number", default: 0.02, min: 0, max: 1, aliases: ["masking_share", "density"] },
    /** A number of entries instead of a share. */
    number: { kind: "integer", default: null, min: 1, aliases: ["count", "budget"] },
  },
  each: (matrix, { share }) => Math.max(1, Math.round(share * weightsOf(matrix))),
  finish: (drawn, _, { number }) => {
    const trained = number ?? drawn;
    return { trained, indicesInFile: trained };
  },
});

/** Diff pruning (Guo et al. 2021): a change and its gate for every parameter; few of the changes are kept. */
export const diffPruning = countingMethod({
  id: "diff-pruning",
  library: "none",
  options: { share: { kind: "number", default: 0.005, min: 0, max: 1, aliases: ["sparsity"] } },
  count: ({ body }, { share }) => {
    const all = sizeOfParts(body);
    const kept = Math.round(share * all);
    return { trained: 2 * all, kept, added: 2 * all, indicesInFile: kept };
  },
});
