import type { Architecture } from "../architecture";
import { layerNorm, linear, type Part, stack, table } from "../part";
import { decoderHead } from "./decoder-head";

export interface OptShape {
  readonly id: string;
  readonly width: number;
  readonly layers: number;
  /** Width of the word embeddings where it differs (350m): two projections then, and no last norm. */
  readonly wordWidth?: number;
}

/** OPT: biases everywhere, learned positions with two rows to spare, tied output. */
export function opt({ id, width, layers, wordWidth = width }: OptShape): Architecture {
  const vocabulary = 50272;
  const inner = 4 * width;
  const hasProjections = wordWidth !== width;
  const block = (): Part[] => [
    linear("self_attn.k_proj", width, width, true, { role: "key" }),
    linear("self_attn.v_proj", width, width, true, { role: "value" }),
    linear("self_attn.q_proj", width, width, true, { role: "query" }),
    linear("self_attn.out_proj", width, width, true, { role: "output" }),
    layerNorm("self_attn_layer_norm", width),
    linear("fc1", width, inner, true, { role: "up" }),
    linear("fc2", inner, width, true, { role: "down" }),
    layerNorm("final_layer_norm", width),
  ];
  return {
    id,
    aliases: [],
    family: "opt",
    width,
    inner,
    layers,
    blocks: layers,
    keyWidth: width,
    isEncoderDecoder: false,
    promptSets: 1,
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
