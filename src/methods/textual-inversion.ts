// Textual Inversion: one new word v is trained, e(new) = e(anything) + v; the whole model is frozen.
import { picturePapers } from "../lib/picture-papers";
import { copyParameters, copyParts } from "./copies";
import { defineMethod } from "./method";

const newWord = "embedding.new.weight";

/**
 * Gal et al. 2022. A few pictures are described with a word that the model does not know, and only the embedding of that
 * word is learned from them. It starts as the word for "anything", or at random near it. The base has room for one such
 * word, a row that is 0.
 */
export const textualInversion = defineMethod({
  id: "textual-inversion",
  family: "addition",
  paper: picturePapers.textualInversion,
  options: {
    init: { kind: "choice", default: "anything", choices: ["anything", "random"] },
    initStd: { kind: "number", default: 0.5, min: 0, max: 5 },
  },
  equation: String.raw`e(\text{new}) = e(\text{anything}) + v`,
  learningRate: 0.1,
  mergeable: true,
  start: "base",

  parts: ({ width }) => copyParts({ [newWord]: [1, width] }, () => true),

  count: ({ width: C }) => ({ trained: C, kept: C, symbols: "C", numbers: `${C}` }),

  attach: ({ model, options, variables }) => {
    if (options.init === "anything") return copyParameters(model, variables, (name) => name === newWord);
    const v = variables.normal(newWord, [1, model.config.width], options.initStd);
    return {
      weight: (name, base) => (name === newWord ? v : base),
      merge: (name, base) => (name === newWord ? v : base),
    };
  },
});
