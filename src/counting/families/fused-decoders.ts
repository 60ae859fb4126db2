import type { Architecture } from "../architecture";
import { layerNorm, linear, type Part, stack, table } from "../part";
import { decoderHead } from "./decoder-head";
import { type FamilyShape, sizes } from "./sizes";

interface FusedShape extends FamilyShape {
  readonly vocabulary: number;
}

/** BLOOM: no table of positions (ALiBi), a norm behind the embedding, tied output. */
export function bloom(shape: FusedShape): Architecture {
  const { width, layers, vocabulary } = shape;
  return {
    ...sizes(shape, "bloom"),
    parts: [
      table("transformer.word_embeddings", vocabulary, width),
      layerNorm("transformer.word_embeddings_layernorm", width),
      ...stack("transformer.h", layers, () => fusedBlock(width, "self_attention")),
      layerNorm("transformer.ln_f", width),
      linear("lm_head", width, vocabulary, false, { isTied: true, isOutput: true }),
    ],
    head: (task, labels) => decoderHead(task, labels, width),
  };
}

/** ChatGLM-6B: rotary positions in two dimensions; the output shares the embedding. */
export function chatglm(shape: FusedShape): Architecture {
  const { width, layers, vocabulary } = shape;
  return {
    ...sizes(shape, "chatglm"),
    parts: [
      table("transformer.word_embeddings", vocabulary, width),
      ...stack("transformer.layers", layers, () => fusedBlock(width, "attention")),
      layerNorm("transformer.final_layernorm", width),
      linear("lm_head", width, vocabulary, false, { isTied: true, isOutput: true }),
    ],
    head: (task, labels) => decoderHead(task, labels, width),
  };
}

/** GPT-NeoX: rotary positions, attention and feed-forward side by side, an output matrix of its own. */
export function gptNeox(shape: FusedShape): Architecture {
  const { width, layers, vocabulary } = shape;
  return {
    ...sizes(shape, "gpt_neox"),
    parts: [
      table("gpt_neox.embed_in", vocabulary, width),
      ...stack("gpt_neox.layers", layers, () => fusedBlock(width, "attention")),
      layerNorm("gpt_neox.final_layer_norm", width),
      linear("embed_out", width, vocabulary, false, { isOutput: true }),
    ],
    head: (task, labels) => decoderHead(task, labels, width, "embed_out"),
  };
}

/** Query, key and value in one matrix, biases everywhere. */
function fusedBlock(width: number, attention: string): Part[] {
  return [
    layerNorm("input_layernorm", width),
    linear(`${attention}.query_key_value`, width, 3 * width, true, {
      role: "qkv",
      split: { query: width, key: width, value: width },
    }),
    linear(`${attention}.dense`, width, width, true, { role: "output" }),
    layerNorm("post_attention_layernorm", width),
    linear("mlp.dense_h_to_4h", width, 4 * width, true, { role: "up" }),
    linear("mlp.dense_4h_to_h", 4 * width, width, true, { role: "down" }),
  ];
}
