import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { layerNorm, linear, type Part, stack, table } from "../part";
import { bartAttention, bartFeedForward } from "./bart-block";
import { decoderHeads } from "./classifier-heads";
import { modelShape } from "./model-shape";

/** OPT: biases everywhere, learned positions with two spare rows, tied output. 350m alone has narrow word embeddings. */
export function opt(fields: ConfigFields): ModelShape {
  const width = fields.whole("hidden_size");
  const inner = fields.whole("ffn_dim");
  const layers = fields.whole("num_hidden_layers");
  const vocabulary = fields.whole("vocab_size");
  const words = fields.whole("word_embed_proj_dim", width);
  const bias = fields.flag("enable_bias", true);
  const hasLastNorm =
    fields.flag("do_layer_norm_before", true) && !fields.flag("_remove_final_layer_norm", false);
  const block = (): Part[] => [
    ...bartAttention("self_attn", width, { bias }),
    ...bartFeedForward(width, inner, bias),
  ];
  return modelShape({
    family: fields.family,
    width,
    inner,
    layers,
    parts: [
      table("decoder.embed_tokens", vocabulary, words),
      table("decoder.embed_positions", fields.whole("max_position_embeddings", 2048) + 2, width),
      ...(words === width
        ? []
        : [
            linear("decoder.project_out", width, words, false),
            linear("decoder.project_in", words, width, false),
          ]),
      ...(hasLastNorm ? [layerNorm("decoder.final_layer_norm", width)] : []),
      ...stack("decoder.layers", layers, block),
    ],
    base: "model",
    output: [
      linear("lm_head", words, vocabulary, false, {
        isTied: fields.flag("tie_word_embeddings", true),
        isOutput: true,
      }),
    ],
    heads: decoderHeads(words, { tokens: null }),
  });
}
