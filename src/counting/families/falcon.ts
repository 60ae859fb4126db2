import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { layerNorm, linear, type Part, stack, table } from "../part";
import { decoderHeads } from "./classifier-heads";
import { modelShape } from "./model-shape";

/** Falcon: one key for all queries (7B) or one for each group (40B), attention and feed-forward side by side. */
export function falcon(fields: ConfigFields): ModelShape {
  const width = fields.whole(["hidden_size", "n_embed"]);
  const layers = fields.whole(["num_hidden_layers", "n_layer"]);
  const heads = fields.whole(["num_attention_heads", "n_head"]);
  const inner = fields.whole("ffn_hidden_size", 4 * width);
  const vocabulary = fields.whole("vocab_size");
  const bias = fields.flag("bias", false);
  const isGrouped = fields.flag("new_decoder_architecture", false);
  const keyHeads = isGrouped
    ? fields.whole(["num_kv_heads", "n_head_kv"], heads)
    : fields.flag("multi_query", true)
      ? 1
      : heads;
  const keyWidth = (width / heads) * keyHeads;
  const norms = normsOf(fields, isGrouped);
  const block = (): Part[] => [
    linear("self_attention.query_key_value", width, width + 2 * keyWidth, bias, {
      role: "qkv",
      split: { query: width, key: keyWidth, value: keyWidth },
    }),
    linear("self_attention.dense", width, width, bias, { role: "output" }),
    linear("mlp.dense_h_to_4h", width, inner, bias, { role: "up" }),
    linear("mlp.dense_4h_to_h", inner, width, bias, { role: "down" }),
    ...norms.map((name) => layerNorm(name, width)),
  ];
  return modelShape({
    family: fields.family,
    width,
    inner,
    layers,
    keyWidth,
    // PEFT looks for `num_key_value_heads`, which Falcon's config calls otherwise.
    prompts: { keyWidth: width },
    parts: [
      table("word_embeddings", vocabulary, width),
      ...stack("h", layers, block),
      layerNorm("ln_f", width),
    ],
    base: "transformer",
    output: [
      linear("lm_head", width, vocabulary, false, {
        isTied: fields.flag("tie_word_embeddings", true),
        isOutput: true,
      }),
    ],
    heads: decoderHeads(width, { tokens: "classifier" }),
  });
}

function normsOf(fields: ConfigFields, isGrouped: boolean): readonly string[] {
  if (isGrouped && fields.count("num_ln_in_parallel_attn", 2) === 2) return ["ln_attn", "ln_mlp"];
  return fields.flag("parallel_attn", true)
    ? ["input_layernorm"]
    : ["input_layernorm", "post_attention_layernorm"];
}

/** MPT: no positions (ALiBi), no biases at all, tied output. */
export function mpt(fields: ConfigFields): ModelShape {
  const width = fields.whole("d_model");
  const layers = fields.whole("n_layers");
  const inner = Math.round(width * fields.ratio("expansion_ratio", 4));
  const vocabulary = fields.whole("vocab_size");
  const block = (): Part[] => [
    layerNorm("norm_1", width, false),
    linear("attn.Wqkv", width, 3 * width, false, {
      role: "qkv",
      split: { query: width, key: width, value: width },
    }),
    linear("attn.out_proj", width, width, false, { role: "output" }),
    layerNorm("norm_2", width, false),
    linear("ffn.up_proj", width, inner, false, { role: "up" }),
    linear("ffn.down_proj", inner, width, false, { role: "down" }),
  ];
  return modelShape({
    family: fields.family,
    width,
    inner,
    layers,
    prompts: { asksFor: ["num_attention_heads"] },
    parts: [
      table("wte", vocabulary, width),
      ...stack("blocks", layers, block),
      layerNorm("norm_f", width, false),
    ],
    base: "transformer",
    output: [linear("lm_head", width, vocabulary, false, { isTied: true, isOutput: true })],
    heads: decoderHeads(width, { tokens: "classifier" }),
  });
}
