import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { linear, type Part, rmsNorm, stack, table } from "../part";
import { classifier, denseClassifier, spans } from "./classifier-heads";
import { modelShape } from "./model-shape";

interface T5Sizes {
  readonly width: number;
  readonly inner: number;
  readonly heads: number;
  readonly keyWidth: number;
  readonly isGated: boolean;
  readonly buckets: number;
  /** UMT5 learns relative positions in every block, the others in the first of each stack. */
  readonly everyBlock: boolean;
}

/** T5: encoder and decoder without biases, RMSNorm, relative positions. Gated (1.1, mT5): a matrix more, output not tied. */
export function t5(fields: ConfigFields): ModelShape {
  const isMultilingual = fields.family !== "t5";
  const heads = fields.whole("num_heads");
  const width = fields.whole("d_model");
  const layers = fields.whole("num_layers");
  const decoderLayers = fields.whole("num_decoder_layers", layers);
  const vocabulary = fields.whole("vocab_size");
  const isGated = fields
    .text("feed_forward_proj", isMultilingual ? "gated-gelu" : "relu")
    .startsWith("gated");
  const sizes: T5Sizes = {
    width,
    inner: fields.whole("d_ff"),
    heads,
    keyWidth: heads * fields.whole("d_kv", 64),
    isGated,
    buckets: fields.whole("relative_attention_num_buckets", 32),
    everyBlock: fields.family === "umt5",
  };
  const embedding = (name: string): Part =>
    table(`${name}.embed_tokens`, vocabulary, width, { isTied: true });
  return modelShape({
    family: fields.family,
    width,
    inner: sizes.inner,
    layers,
    blocks: layers + decoderLayers,
    keyWidth: sizes.keyWidth,
    // PEFT sizes a prefix by the width of the model, though T5's heads may be wider or narrower together.
    prompts: { keyWidth: width },
    isEncoderDecoder: true,
    parts: [
      table("shared", vocabulary, width),
      embedding("encoder"),
      ...stack("encoder.block", layers, (layer) => block(sizes, layer, false)),
      rmsNorm("encoder.final_layer_norm", width),
      embedding("decoder"),
      ...stack("decoder.block", decoderLayers, (layer) => block(sizes, layer, true)),
      rmsNorm("decoder.final_layer_norm", width),
    ],
    base: "",
    output: [
      linear("lm_head", width, vocabulary, false, {
        isTied: fields.flag("tie_word_embeddings", !isGated),
        isOutput: true,
      }),
    ],
    heads: {
      SEQ_CLS: (labels) => ({
        ...denseClassifier("classification_head", width, labels),
        base: "transformer",
      }),
      TOKEN_CLS: (labels) => ({ ...classifier(width, labels), without: ["decoder"], base: "transformer" }),
      QUESTION_ANS: () => spans(width),
    },
  });
}

function block(sizes: T5Sizes, layer: number, isDecoder: boolean): Part[] {
  const { width, heads, buckets, everyBlock } = sizes;
  const positions =
    layer === 0 || everyBlock ? [table("layer.0.SelfAttention.relative_attention_bias", buckets, heads)] : [];
  return [
    ...attention("layer.0.SelfAttention", sizes),
    ...positions,
    rmsNorm("layer.0.layer_norm", width),
    ...(isDecoder
      ? [...attention("layer.1.EncDecAttention", sizes), rmsNorm("layer.1.layer_norm", width)]
      : []),
    ...feedForward(isDecoder ? "layer.2" : "layer.1", sizes),
  ];
}

function attention(path: string, { width, keyWidth }: T5Sizes): Part[] {
  return [
    linear(`${path}.q`, width, keyWidth, false, { role: "query" }),
    linear(`${path}.k`, width, keyWidth, false, { role: "key" }),
    linear(`${path}.v`, width, keyWidth, false, { role: "value" }),
    linear(`${path}.o`, keyWidth, width, false, { role: "output" }),
  ];
}

function feedForward(path: string, { width, inner, isGated }: T5Sizes): Part[] {
  const up = isGated
    ? [
        linear(`${path}.DenseReluDense.wi_0`, width, inner, false, { role: "gate" }),
        linear(`${path}.DenseReluDense.wi_1`, width, inner, false, { role: "up" }),
      ]
    : [linear(`${path}.DenseReluDense.wi`, width, inner, false, { role: "up" })];
  return [
    ...up,
    linear(`${path}.DenseReluDense.wo`, inner, width, false, { role: "down" }),
    rmsNorm(`${path}.layer_norm`, width),
  ];
}
