import { layerNorm, linear, type Part } from "../part";

/** Attention as BART and those made from it have it, with its norm; the keys of Whisper have no bias. */
export function bartAttention(
  name: string,
  width: number,
  { bias = true, keyBias = bias }: { bias?: boolean; keyBias?: boolean } = {},
): Part[] {
  return [
    linear(`${name}.k_proj`, width, width, keyBias, { role: "key" }),
    linear(`${name}.v_proj`, width, width, bias, { role: "value" }),
    linear(`${name}.q_proj`, width, width, bias, { role: "query" }),
    linear(`${name}.out_proj`, width, width, bias, { role: "output" }),
    layerNorm(`${name}_layer_norm`, width),
  ];
}

/** Their feed-forward, with its norm. */
export function bartFeedForward(width: number, inner: number, bias = true): Part[] {
  return [
    linear("fc1", width, inner, bias, { role: "up" }),
    linear("fc2", inner, width, bias, { role: "down" }),
    layerNorm("final_layer_norm", width),
  ];
}
