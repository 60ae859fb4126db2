import { layerNorm, linear, type Part } from "../part";

/** Attention as BART and those made from it have it, with its norm; the keys may be without bias. */
export function bartAttention(name: string, width: number, keyBias: boolean): Part[] {
  return [
    linear(`${name}.k_proj`, width, width, keyBias, { role: "key" }),
    linear(`${name}.v_proj`, width, width, true, { role: "value" }),
    linear(`${name}.q_proj`, width, width, true, { role: "query" }),
    linear(`${name}.out_proj`, width, width, true, { role: "output" }),
    layerNorm(`${name}_layer_norm`, width),
  ];
}

/** Their feed-forward, with its norm. */
export function bartFeedForward(width: number, inner: number): Part[] {
  return [
    linear("fc1", width, inner, true, { role: "up" }),
    linear("fc2", inner, width, true, { role: "down" }),
    layerNorm("final_layer_norm", width),
  ];
}
