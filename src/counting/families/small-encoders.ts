import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { layerNorm, linear, type Part, stack, table } from "../part";
import { bertEmbeddings } from "./bert";
import { classifier, denseClassifier, spans } from "./classifier-heads";
import { encoderFeedForward } from "./encoder-block";
import { modelShape } from "./model-shape";

/** DistilBERT: BERT with half of its layers, without types and pooler; its classifier has a dense layer before it. */
export function distilbert(fields: ConfigFields): ModelShape {
  const width = fields.whole(["dim", "hidden_size"]);
  const inner = fields.whole("hidden_dim");
  const layers = fields.whole(["n_layers", "num_hidden_layers"]);
  const block = (): Part[] => [
    linear("attention.q_lin", width, width, true, { role: "query" }),
    linear("attention.k_lin", width, width, true, { role: "key" }),
    linear("attention.v_lin", width, width, true, { role: "value" }),
    linear("attention.out_lin", width, width, true, { role: "output" }),
    layerNorm("sa_layer_norm", width),
    linear("ffn.lin1", width, inner, true, { role: "up" }),
    linear("ffn.lin2", inner, width, true, { role: "down" }),
    layerNorm("output_layer_norm", width),
  ];
  return modelShape({
    family: fields.family,
    width,
    inner,
    layers,
    prompts: { asksFor: ["token_dim", "num_attention_heads"] },
    parts: [
      table("embeddings.word_embeddings", fields.whole("vocab_size"), width),
      table("embeddings.position_embeddings", fields.whole("max_position_embeddings", 512), width),
      layerNorm("embeddings.LayerNorm", width),
      ...stack("transformer.layer", layers, block),
    ],
    base: "distilbert",
    heads: {
      SEQ_CLS: (labels) => ({
        head: [linear("pre_classifier", width, width, true), ...classifier(width, labels).head],
      }),
      TOKEN_CLS: (labels) => classifier(width, labels),
      QUESTION_ANS: () => spans(width),
    },
  });
}

/** ALBERT: one block used by every layer, and narrow embeddings. */
export function albert(fields: ConfigFields): ModelShape {
  const width = fields.whole("hidden_size");
  const inner = fields.whole("intermediate_size");
  const words = fields.whole("embedding_size", 128);
  const groups = fields.whole("num_hidden_groups", 1);
  const without = ["pooler"];
  const block = (): Part[] => [
    layerNorm("full_layer_layer_norm", width),
    linear("attention.query", width, width, true, { role: "query" }),
    linear("attention.key", width, width, true, { role: "key" }),
    linear("attention.value", width, width, true, { role: "value" }),
    linear("attention.dense", width, width, true, { role: "output" }),
    layerNorm("attention.LayerNorm", width),
    linear("ffn", width, inner, true, { role: "up" }),
    linear("ffn_output", inner, width, true, { role: "down" }),
  ];
  return modelShape({
    family: fields.family,
    width,
    inner,
    layers: fields.whole("num_hidden_layers"),
    blocks: groups * fields.whole("inner_group_num", 1),
    parts: [
      ...bertEmbeddings(fields, words),
      linear("encoder.embedding_hidden_mapping_in", words, width, true),
      ...stack("encoder.albert_layer_groups", groups, () =>
        stack("albert_layers", fields.whole("inner_group_num", 1), block),
      ),
      linear("pooler", width, width, true),
    ],
    base: "albert",
    heads: {
      SEQ_CLS: (labels) => classifier(width, labels),
      TOKEN_CLS: (labels) => ({ ...classifier(width, labels), without }),
      QUESTION_ANS: () => ({ ...spans(width), without }),
    },
  });
}

/** MPNet: BERT with relative positions shared by all layers, beside the absolute ones. */
export function mpnet(fields: ConfigFields): ModelShape {
  const width = fields.whole("hidden_size");
  const inner = fields.whole("intermediate_size");
  const layers = fields.whole("num_hidden_layers");
  const without = ["pooler"];
  const block = (): Part[] => [
    linear("attention.attn.q", width, width, true, { role: "query" }),
    linear("attention.attn.k", width, width, true, { role: "key" }),
    linear("attention.attn.v", width, width, true, { role: "value" }),
    linear("attention.attn.o", width, width, true, { role: "output" }),
    layerNorm("attention.LayerNorm", width),
    ...encoderFeedForward(width, inner),
  ];
  return modelShape({
    family: fields.family,
    width,
    inner,
    layers,
    parts: [
      table("embeddings.word_embeddings", fields.whole("vocab_size"), width),
      table("embeddings.position_embeddings", fields.whole("max_position_embeddings", 512), width),
      layerNorm("embeddings.LayerNorm", width),
      ...stack("encoder.layer", layers, block),
      table(
        "encoder.relative_attention_bias",
        fields.whole("relative_attention_num_buckets", 32),
        fields.whole("num_attention_heads"),
      ),
      linear("pooler.dense", width, width, true),
    ],
    base: "mpnet",
    heads: {
      SEQ_CLS: (labels) => ({ ...denseClassifier("classifier", width, labels), without }),
      TOKEN_CLS: (labels) => ({ ...classifier(width, labels), without }),
      QUESTION_ANS: () => ({ ...spans(width), without }),
    },
  });
}
