import type { Architecture } from "../architecture";
import { linear, type Part, rmsNorm, stack, table } from "../part";
import { type FamilyShape, sizesOfPair } from "./sizes";

export interface T5Shape extends FamilyShape {
  readonly family?: "t5" | "mt5";
  readonly vocabulary?: number;
  readonly inner: number;
  readonly heads: number;
  /** Default 64. */
  readonly headWidth?: number;
  /** T5 1.1 and mT5: gated feed-forward and an output matrix of its own. */
  readonly isGated?: boolean;
  readonly promptSets?: number;
}

/** T5: encoder and decoder without biases, RMSNorm, relative positions learned in the first block of each stack. */
export function t5(shape: T5Shape): Architecture {
  const { family = "t5", vocabulary = 32128, width, inner, layers, heads } = shape;
  const { headWidth = 64, isGated = false, promptSets = 2 } = shape;
  const keyWidth = heads * headWidth;
  const attention = (path: string): Part[] => [
    linear(`${path}.q`, width, keyWidth, false, { role: "query" }),
    linear(`${path}.k`, width, keyWidth, false, { role: "key" }),
    linear(`${path}.v`, width, keyWidth, false, { role: "value" }),
    linear(`${path}.o`, keyWidth, width, false, { role: "output" }),
  ];
  const feedForward = (path: string): Part[] => [
    ...(isGated
      ? [
          linear(`${path}.DenseReluDense.wi_0`, width, inner, false, { role: "gate" as const }),
          linear(`${path}.DenseReluDense.wi_1`, width, inner, false, { role: "up" as const }),
        ]
      : [linear(`${path}.DenseReluDense.wi`, width, inner, false, { role: "up" as const })]),
    linear(`${path}.DenseReluDense.wo`, inner, width, false, { role: "down" }),
    rmsNorm(`${path}.layer_norm`, width),
  ];
  const buckets = (layer: number): Part[] =>
    layer === 0 ? [table("layer.0.SelfAttention.relative_attention_bias", 32, heads)] : [];
  const block = (layer: number, isDecoder: boolean): Part[] => [
    ...attention("layer.0.SelfAttention"),
    ...buckets(layer),
    rmsNorm("layer.0.layer_norm", width),
    ...(isDecoder ? [...attention("layer.1.EncDecAttention"), rmsNorm("layer.1.layer_norm", width)] : []),
    ...feedForward(isDecoder ? "layer.2" : "layer.1"),
  ];
  return {
    ...sizesOfPair(shape, family),
    inner,
    keyWidth,
    promptSets,
    parts: [
      table("shared", vocabulary, width),
      ...stack("encoder.block", layers, (layer) => block(layer, false)),
      rmsNorm("encoder.final_layer_norm", width),
      ...stack("decoder.block", layers, (layer) => block(layer, true)),
      rmsNorm("decoder.final_layer_norm", width),
      linear("lm_head", width, vocabulary, false, { isTied: !isGated, isOutput: true }),
    ],
    head: (task, labels) =>
      task === "SEQ_CLS"
        ? {
            without: ["lm_head"],
            head: [
              linear("classification_head.dense", width, width, true),
              linear("classification_head.out_proj", width, labels, true),
            ],
          }
        : null,
  };
}
