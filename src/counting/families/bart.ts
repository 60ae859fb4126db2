import type { ModelShape } from "../architecture";
import type { ConfigFields } from "../config-fields";
import { convolution, layerNorm, linear, type Part, stack, table } from "../part";
import { bartAttention, bartFeedForward } from "./bart-block";
import { denseClassifier, spans } from "./classifier-heads";
import { type Heads, modelShape } from "./model-shape";

/** Positions and extra norms by family: "learned" has two spare rows, "sinusoidal" none, "computed" no table. */
const styles = {
  bart: { positions: "learned", embeddingNorm: true, lastNorm: false, hasHeads: true },
  mbart: { positions: "learned", embeddingNorm: true, lastNorm: true, hasHeads: true },
  pegasus: { positions: "sinusoidal", embeddingNorm: false, lastNorm: true, hasHeads: false },
  marian: { positions: "sinusoidal", embeddingNorm: false, lastNorm: false, hasHeads: false },
  m2m_100: { positions: "computed", embeddingNorm: false, lastNorm: true, hasHeads: false },
} as const;

type BartFamily = keyof typeof styles;
export const bartFamilies: readonly string[] = Object.keys(styles);

/** BART and those made from it (mBART, Pegasus, Marian, M2M100): encoder and decoder with biases everywhere. */
export function bart(fields: ConfigFields): ModelShape {
  const family = fields.family as BartFamily;
  const sizes = pairSizes(fields);
  const { width, encoderLayers, decoderLayers, vocabulary } = sizes;
  const embedding = (stackName: string): Part =>
    table(`${stackName}.embed_tokens`, vocabulary, width, { isTied: true });
  const around = (stackName: string, layers: readonly Part[]): Part[] => [
    embedding(stackName),
    ...positionsOf(fields, family, stackName, width),
    ...layers,
    ...(styles[family].embeddingNorm ? [layerNorm(`${stackName}.layernorm_embedding`, width)] : []),
    ...(styles[family].lastNorm ? [layerNorm(`${stackName}.layer_norm`, width)] : []),
  ];
  return modelShape({
    family,
    width,
    inner: sizes.encoderInner,
    layers: encoderLayers,
    blocks: encoderLayers + decoderLayers,
    isEncoderDecoder: true,
    parts: [
      table("shared", vocabulary, width),
      ...around(
        "encoder",
        stack("encoder.layers", encoderLayers, () => encoderBlock(sizes, true)),
      ),
      ...around(
        "decoder",
        stack("decoder.layers", decoderLayers, () => decoderBlock(sizes, true)),
      ),
    ],
    base: "model",
    output: [linear("lm_head", width, vocabulary, false, { isTied: true, isOutput: true })],
    heads: styles[family].hasHeads ? bartHeads(width) : {},
  });
}

function bartHeads(width: number): Heads {
  return {
    SEQ_CLS: (labels) => denseClassifier("classification_head", width, labels),
    QUESTION_ANS: () => spans(width),
  };
}

function positionsOf(fields: ConfigFields, family: BartFamily, stackName: string, width: number): Part[] {
  const { positions } = styles[family];
  if (positions === "computed") return [];
  const rows = fields.whole("max_position_embeddings", 1024) + (positions === "learned" ? 2 : 0);
  return [table(`${stackName}.embed_positions`, rows, width)];
}

interface PairSizes {
  readonly width: number;
  readonly vocabulary: number;
  readonly encoderLayers: number;
  readonly decoderLayers: number;
  readonly encoderInner: number;
  readonly decoderInner: number;
}

function pairSizes(fields: ConfigFields): PairSizes {
  return {
    width: fields.whole("d_model"),
    vocabulary: fields.whole("vocab_size"),
    encoderLayers: fields.whole("encoder_layers"),
    decoderLayers: fields.whole("decoder_layers"),
    encoderInner: fields.whole("encoder_ffn_dim"),
    decoderInner: fields.whole("decoder_ffn_dim"),
  };
}

function encoderBlock({ width, encoderInner }: PairSizes, keyBias: boolean): Part[] {
  return [...bartAttention("self_attn", width, { keyBias }), ...bartFeedForward(width, encoderInner)];
}

function decoderBlock({ width, decoderInner }: PairSizes, keyBias: boolean): Part[] {
  return [
    ...bartAttention("self_attn", width, { keyBias }),
    ...bartAttention("encoder_attn", width, { keyBias }),
    ...bartFeedForward(width, decoderInner),
  ];
}

/** Whisper: two convolutions over sound, then encoder and decoder; k_proj alone has no bias, the output is tied. */
export function whisper(fields: ConfigFields): ModelShape {
  const sizes = pairSizes(fields);
  const { width, encoderLayers, decoderLayers, vocabulary } = sizes;
  return modelShape({
    family: fields.family,
    width,
    inner: sizes.encoderInner,
    layers: encoderLayers,
    blocks: encoderLayers + decoderLayers,
    isEncoderDecoder: true,
    parts: [
      table("decoder.embed_tokens", vocabulary, width),
      convolution("encoder.conv1", fields.whole("num_mel_bins", 80), width, 3),
      convolution("encoder.conv2", width, width, 3),
      table("encoder.embed_positions", fields.whole("max_source_positions", 1500), width),
      ...stack("encoder.layers", encoderLayers, () => encoderBlock(sizes, false)),
      layerNorm("encoder.layer_norm", width),
      table("decoder.embed_positions", fields.whole("max_target_positions", 448), width),
      ...stack("decoder.layers", decoderLayers, () => decoderBlock(sizes, false)),
      layerNorm("decoder.layer_norm", width),
    ],
    base: "model",
    output: [linear("proj_out", width, vocabulary, false, { isTied: true, isOutput: true })],
    heads: {},
  });
}
