import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { layerNorm, linear, type Part, stack, table } from "../part";
import { classifier } from "./classifier-heads";
import { modelShape, type TaskHead } from "./model-shape";

/** ModernBERT: pre-norm without biases, rotary positions, gated feed-forward, query, key and value in one matrix. */
export function modernbert(fields: ConfigFields): ModelShape {
  const width = fields.whole("hidden_size");
  const inner = fields.whole("intermediate_size");
  const layers = fields.whole("num_hidden_layers");
  const [inAttention, inMlp] = [fields.flag("attention_bias", false), fields.flag("mlp_bias", false)];
  const inNorms = fields.flag("norm_bias", false);
  const norm = (name: string): Part => layerNorm(name, width, inNorms);
  const block = (layer: number): Part[] => [
    linear("attn.Wqkv", width, 3 * width, inAttention, {
      role: "qkv",
      split: { query: width, key: width, value: width },
    }),
    linear("attn.Wo", width, width, inAttention, { role: "output" }),
    ...(layer === 0 ? [] : [norm("attn_norm")]),
    norm("mlp_norm"),
    linear("mlp.Wi", width, 2 * inner, inMlp, { role: "up" }),
    linear("mlp.Wo", inner, width, inMlp, { role: "down" }),
  ];
  const withHead = (labels: number): TaskHead => ({
    head: [
      linear("head.dense", width, width, fields.flag("classifier_bias", false)),
      norm("head.norm"),
      ...classifier(width, labels).head,
    ],
  });
  return modelShape({
    family: fields.family,
    width,
    inner,
    layers,
    parts: [
      table("embeddings.tok_embeddings", fields.whole("vocab_size"), width),
      norm("embeddings.norm"),
      ...stack("layers", layers, block),
      norm("final_norm"),
    ],
    base: "model",
    heads: { SEQ_CLS: withHead, TOKEN_CLS: withHead, QUESTION_ANS: () => withHead(2) },
  });
}
