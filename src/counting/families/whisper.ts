import type { Architecture } from "../architecture";
import { convolution, layerNorm, linear, type Part, stack, table } from "../part";
import { bartAttention, bartFeedForward } from "./bart-block";
import { type FamilyShape, sizesOfPair } from "./sizes";

/** Whisper: two convolutions over sound, then encoder and decoder; k_proj alone has no bias, the output is tied. */
export function whisper(shape: FamilyShape): Architecture {
  const { width, layers } = shape;
  const vocabulary = 51865;
  const attention = (name: string): Part[] => bartAttention(name, width, false);
  const feedForward = (): Part[] => bartFeedForward(width, 4 * width);
  return {
    ...sizesOfPair(shape, "whisper"),
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
