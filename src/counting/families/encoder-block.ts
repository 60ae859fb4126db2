import { layerNorm, linear, type Part } from "../part";

/** A block as BERT has it: norms behind attention and feed-forward, biases everywhere. `end` closes the names of q, k, v. */
export function encoderBlock(width: number, inner: number, end: "" | "_proj" = ""): Part[] {
  return [
    linear(`attention.self.query${end}`, width, width, true, { role: "query" }),
    linear(`attention.self.key${end}`, width, width, true, { role: "key" }),
    linear(`attention.self.value${end}`, width, width, true, { role: "value" }),
    linear("attention.output.dense", width, width, true, { role: "output" }),
    layerNorm("attention.output.LayerNorm", width),
    ...encoderFeedForward(width, inner),
  ];
}

/** The feed-forward of such a block, with its norm. */
export function encoderFeedForward(width: number, inner: number): Part[] {
  return [
    linear("intermediate.dense", width, inner, true, { role: "up" }),
    linear("output.dense", inner, width, true, { role: "down" }),
    layerNorm("output.LayerNorm", width),
  ];
}
