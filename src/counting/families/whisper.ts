import type { Architecture } from "../architecture";
import { convolution, layerNorm, linear, type Part, stack, table } from "../part";

export interface WhisperShape {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly width: number;
  /** Of the encoder, and as many in the decoder. */
  readonly layers: number;
}

/** Whisper: two convolutions over sound, then encoder and decoder; k_proj alone has no bias, the output is tied. */
export function whisper({ id, aliases = [], width, layers }: WhisperShape): Architecture {
  const vocabulary = 51865;
  const inner = 4 * width;
  const attention = (name: string): Part[] => [
    linear(`${name}.k_proj`, width, width, false, { role: "key" }),
    linear(`${name}.v_proj`, width, width, true, { role: "value" }),
    linear(`${name}.q_proj`, width, width, true, { role: "query" }),
    linear(`${name}.out_proj`, width, width, true, { role: "output" }),
    layerNorm(`${name}_layer_norm`, width),
  ];
  const feedForward = (): Part[] => [
    linear("fc1", width, inner, true, { role: "up" }),
    linear("fc2", inner, width, true, { role: "down" }),
    layerNorm("final_layer_norm", width),
  ];
  return {
    id,
    aliases,
    family: "whisper",
    width,
    inner,
    layers,
    blocks: 2 * layers,
    keyWidth: width,
    isEncoderDecoder: true,
    promptSets: 2,
    parts: [
      convolution("model.encoder.conv1", 80, width, 3),
      convolution("model.encoder.conv2", width, width, 3),
      table("model.encoder.embed_positions", 1500, width),
      ...stack("model.encoder.layers", layers, () => [...attention("self_attn"), ...feedForward()]),
      layerNorm("model.encoder.layer_norm", width),
      table("model.decoder.embed_tokens", vocabulary, width),
      table("model.decoder.embed_positions", 448, width),
      ...stack("model.decoder.layers", layers, () => [
        ...attention("self_attn"),
        ...attention("encoder_attn"),
        ...feedForward(),
      ]),
      layerNorm("model.decoder.layer_norm", width),
      linear("proj_out", width, vocabulary, false, { isTied: true, isOutput: true }),
    ],
    head: () => null,
  };
}
