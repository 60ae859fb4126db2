// Prompt tuning: P trained vectors in front of the embedded input, x' = [p_1, …, p_P; x]; everything else is frozen.
import { papers } from "../lib/papers";
import type { Random } from "../lib/random";
import { defineMethod } from "./method";

/**
 * Lester et al. 2021. The vectors start as embeddings of random tokens, as embeddings of the tokens the task is answered
 * with, or at random. Token embeddings of our bases have a length of about 1.1; a random vector has about
 * `initStd` · √C, which is 1.2 for a width of 64. Much longer prompts drown the tokens: the usual reason why a soft
 * prompt does not learn. The prompt goes in after the position embedding, so that the tokens keep the positions they
 * were trained at. In an encoder-decoder it goes in front of what the encoder reads, as in the paper (T5).
 */
export const promptTuning = defineMethod({
  id: "prompt-tuning",
  family: "addition",
  paper: papers.prompt,
  options: {
    length: { kind: "integer", default: 8, min: 1, max: 32 },
    init: { kind: "choice", default: "vocabulary", choices: ["vocabulary", "labels", "random"] },
    initStd: { kind: "number", default: 0.15, min: 0, max: 5 },
  },
  equation: String.raw`x' = [\,p_1, \dots, p_P;\; x\,]`,
  learningRate: 0.1,
  mergeable: false,
  start: "away",

  positionsInFront: (_, { length }) => length,

  parts: ({ width }, { length }) => [
    { name: "prompt.vectors", shape: [length, width], site: "embedding", trained: true, kept: true },
  ],

  count: ({ width: C }, { length: P }) => ({
    trained: P * C,
    kept: P * C,
    symbols: "PC",
    numbers: `${P} × ${C}`,
  }),

  attach: ({ model, options, variables, ops, answerTokens }) => {
    const { length, init, initStd } = options;
    const table = model.params["embedding.token.weight"]!;
    // Id 0 is padding, which means nothing. A task answered with a class has no answer tokens to start from.
    const fromVocabulary = (random: Random): number[] =>
      Array.from({ length }, () => 1 + random.integer(model.config.vocabulary - 1));
    const fromAnswers = (): number[] =>
      Array.from({ length }, (_, i) => answerTokens[i % answerTokens.length]!);
    const choose = init === "labels" && answerTokens.length > 0 ? fromAnswers : fromVocabulary;
    const vectors =
      init === "random"
        ? variables.normal("prompt.vectors", [length, model.config.width], initStd)
        : variables.rows("prompt.vectors", table, choose);
    return {
      input: (x) => ops.prepend(vectors, x), // (B, P + T, C)
    };
  },
});
