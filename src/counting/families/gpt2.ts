import type { Architecture } from "../architecture";
import { layerNorm, linear, stack, table } from "../part";
import { decoderHead } from "./decoder-head";
import { type FamilyShape, sizes } from "./sizes";

export interface Gpt2Shape extends FamilyShape {
  readonly positions?: number;
}

/** GPT-2 and GPT-3: query, key and value in one matrix, biases everywhere, learned positions, tied output. */
export function gpt2(shape: Gpt2Shape): Architecture {
  const { width, layers, positions = 1024 } = shape;
  const vocabulary = 50257;
  const inner = 4 * width;
  return {
    ...sizes(shape, "gpt2"),
    parts: [
      table("transformer.wte", vocabulary, width),
      table("transformer.wpe", positions, width),
      ...stack("transformer.h", layers, () => [
        layerNorm("ln_1", width),
        linear("attn.c_attn", width, 3 * width, true, {
          role: "qkv",
          split: { query: width, key: width, value: width },
        }),
        linear("attn.c_proj", width, width, true, { role: "output" }),
        layerNorm("ln_2", width),
        linear("mlp.c_fc", width, inner, true, { role: "up" }),
        linear("mlp.c_proj", inner, width, true, { role: "down" }),
      ]),
      layerNorm("transformer.ln_f", width),
      linear("lm_head", width, vocabulary, false, { isTied: true, isOutput: true }),
    ],
    head: (task, labels) => decoderHead(task, labels, width),
  };
}
