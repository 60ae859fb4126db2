import type { Architecture } from "../architecture";
import { layerNorm, linear, type Part, stack, table } from "../part";
import { bartAttention, bartFeedForward } from "./bart-block";
import { decoderHead } from "./decoder-head";
import { type FamilyShape, sizes } from "./sizes";

export interface OptShape extends FamilyShape {
  /** Width of the word embeddings where it differs (350m): two projections then, and no last norm. */
  readonly wordWidth?: number;
}

/** OPT: biases everywhere, learned positions with two rows to spare, tied output. */
export function opt(shape: OptShape): Architecture {
  const { width, layers, wordWidth = shape.width } = shape;
  const vocabulary = 50272;
  const hasProjections = wordWidth !== width;
  const block = (): Part[] => [
    ...bartAttention("self_attn", width, true),
    ...bartFeedForward(width, 4 * width),
  ];
  return {
    ...sizes(shape, "opt"),
    parts: [
      table("model.decoder.embed_tokens", vocabulary, wordWidth),
      table("model.decoder.embed_positions", 2050, width),
      ...(hasProjections
        ? [
            linear("model.decoder.project_out", width, wordWidth, false),
            linear("model.decoder.project_in", wordWidth, width, false),
          ]
        : [layerNorm("model.decoder.final_layer_norm", width)]),
      ...stack("model.decoder.layers", layers, block),
      linear("lm_head", wordWidth, vocabulary, false, { isTied: true, isOutput: true }),
    ],
    head: (task, labels) => decoderHead(task, labels, wordWidth),
  };
}
