import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { layerNorm, linear, type Part, stack, table } from "../part";
import { decoderHeads } from "./classifier-heads";
import { modelShape } from "./model-shape";

/** BLOOM: no table of positions (ALiBi), a norm after the embedding, tied output. */
export function bloom(fields: ConfigFields): ModelShape {
  const width = fields.whole(["hidden_size", "n_embed"]);
  const layers = fields.whole(["n_layer", "num_hidden_layers"]);
  const vocabulary = fields.whole("vocab_size");
  return modelShape({
    family: fields.family,
    width,
    inner: 4 * width,
    layers,
    parts: [
      table("word_embeddings", vocabulary, width),
      layerNorm("word_embeddings_layernorm", width),
      ...stack("h", layers, () => fusedBlock(width, 4 * width, "self_attention")),
      layerNorm("ln_f", width),
    ],
    base: "transformer",
    output: [linear("lm_head", width, vocabulary, false, { isTied: true, isOutput: true })],
    heads: decoderHeads(width, { tokens: "classifier" }),
  });
}

/** ChatGLM-6B: rotary positions in two dimensions; the output shares the embedding. */
export function chatglm(fields: ConfigFields): ModelShape {
  const width = fields.whole("hidden_size");
  const inner = fields.whole("inner_hidden_size", 4 * width);
  const layers = fields.whole(["num_layers", "num_hidden_layers"]);
  const vocabulary = fields.whole("vocab_size");
  return modelShape({
    family: fields.family,
    width,
    inner,
    layers,
    parts: [
      table("word_embeddings", vocabulary, width),
      ...stack("layers", layers, () => fusedBlock(width, inner, "attention")),
      layerNorm("final_layernorm", width),
    ],
    base: "transformer",
    output: [linear("lm_head", width, vocabulary, false, { isTied: true, isOutput: true })],
    heads: decoderHeads(width, { tokens: null, answers: false }),
  });
}

/** GPT-NeoX and Pythia: rotary positions, attention and feed-forward side by side, an output matrix that is not tied. */
export function gptNeox(fields: ConfigFields): ModelShape {
  const width = fields.whole("hidden_size");
  const inner = fields.whole("intermediate_size");
  const layers = fields.whole("num_hidden_layers");
  const vocabulary = fields.whole("vocab_size");
  const isTied = fields.flag("tie_word_embeddings", false);
  const hasBias = fields.flag("attention_bias", true);
  return modelShape({
    family: fields.family,
    width,
    inner,
    layers,
    parts: [
      table("embed_in", vocabulary, width),
      ...stack("layers", layers, () => fusedBlock(width, inner, "attention", hasBias)),
      layerNorm("final_layer_norm", width),
    ],
    base: "gpt_neox",
    output: [
      linear("lm_head", width, vocabulary, false, { isTied, isOutput: true, formerPath: "embed_out" }),
    ],
    heads: decoderHeads(width, { tokens: "classifier" }),
  });
}

/** Query, key and value in one matrix. */
function fusedBlock(width: number, inner: number, attention: string, hasBias = true): Part[] {
  return [
    layerNorm("input_layernorm", width),
    linear(`${attention}.query_key_value`, width, 3 * width, hasBias, {
      role: "qkv",
      split: { query: width, key: width, value: width },
    }),
    linear(`${attention}.dense`, width, width, hasBias, { role: "output" }),
    layerNorm("post_attention_layernorm", width),
    linear("mlp.dense_h_to_4h", width, inner, true, { role: "up" }),
    linear("mlp.dense_4h_to_h", inner, width, true, { role: "down" }),
  ];
}
