import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { convolution, layerNorm, linear, type Part, parameter, stack, table } from "../part";
import { classifier, spans } from "./classifier-heads";
import { encoderBlock, encoderFeedForward } from "./encoder-block";
import { modelShape } from "./model-shape";

/** DeBERTa (1, and 2 and 3): relative positions in a table that all layers share; absolute ones only where asked for. */
export function deberta(fields: ConfigFields): ModelShape {
  const isFirst = fields.family === "deberta";
  const width = fields.whole("hidden_size");
  const inner = fields.whole("intermediate_size");
  const layers = fields.whole("num_hidden_layers");
  const kernel = isFirst ? 0 : fields.count("conv_kernel_size", 0);
  return modelShape({
    family: fields.family,
    width,
    inner,
    layers,
    parts: [
      ...embeddings(fields, width),
      ...stack("encoder.layer", layers, () =>
        isFirst ? firstBlock(fields, width, inner) : encoderBlock(width, inner, "_proj"),
      ),
      ...relativePositions(fields, width),
      ...(kernel > 0
        ? [convolution("encoder.conv.conv", width, width, kernel), layerNorm("encoder.conv.LayerNorm", width)]
        : []),
    ],
    base: "deberta",
    heads: {
      SEQ_CLS: (labels) => ({
        head: [linear("pooler.dense", width, width, true), ...classifier(width, labels).head],
      }),
      TOKEN_CLS: (labels) => classifier(width, labels),
      QUESTION_ANS: () => spans(width),
    },
  });
}

function embeddings(fields: ConfigFields, width: number): Part[] {
  const words = fields.whole("embedding_size", width);
  const types = fields.count("type_vocab_size", 0);
  const hasPositions = fields.flag("position_biased_input", true);
  return [
    table("embeddings.word_embeddings", fields.whole("vocab_size"), words),
    ...(hasPositions
      ? [table("embeddings.position_embeddings", fields.whole("max_position_embeddings", 512), words)]
      : []),
    ...(types > 0 ? [table("embeddings.token_type_embeddings", types, words)] : []),
    ...(words === width ? [] : [linear("embeddings.embed_proj", words, width, false)]),
    layerNorm("embeddings.LayerNorm", width),
  ];
}

function relativePositions(fields: ConfigFields, width: number): Part[] {
  if (!fields.flag("relative_attention", false)) return [];
  const positions = fields.whole("max_position_embeddings", 512);
  const distance = asked(fields, "max_relative_positions") ?? positions;
  const buckets = fields.family === "deberta" ? undefined : asked(fields, "position_buckets");
  const hasNorm = fields.text("norm_rel_ebd", "none").includes("layer_norm");
  return [
    table("encoder.rel_embeddings", 2 * (buckets ?? distance), width),
    ...(hasNorm ? [layerNorm("encoder.LayerNorm", width)] : []),
  ];
}

/** A size that is −1 where the config leaves it to the model. */
function asked(fields: ConfigFields, name: string): number | undefined {
  return fields.isUnset(name) ? undefined : fields.whole(name);
}

/** A block of the first DeBERTa: query, key and value in one matrix, with positions projected beside them. */
function firstBlock(fields: ConfigFields, width: number, inner: number): Part[] {
  const kinds = fields.list("pos_att_type");
  const isRelative = fields.flag("relative_attention", false);
  return [
    linear("attention.self.in_proj", width, 3 * width, false, {
      role: "qkv",
      split: { query: width, key: width, value: width },
    }),
    parameter("attention.self.q_bias", width),
    parameter("attention.self.v_bias", width),
    ...(isRelative && kinds.includes("c2p") ? [linear("attention.self.pos_proj", width, width, false)] : []),
    ...(isRelative && kinds.includes("p2c") ? [linear("attention.self.pos_q_proj", width, width, true)] : []),
    linear("attention.output.dense", width, width, true, { role: "output" }),
    layerNorm("attention.output.LayerNorm", width),
    ...encoderFeedForward(width, inner),
  ];
}
