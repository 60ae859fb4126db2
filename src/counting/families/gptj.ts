import type { Architecture } from "../architecture";
import { layerNorm, linear, stack, table } from "../part";
import { decoderHead } from "./decoder-head";
import { type FamilyShape, sizes } from "./sizes";

/** GPT-J: one norm a block, attention without biases, an output matrix with one. */
export function gptj(shape: FamilyShape): Architecture {
  const { width, layers } = shape;
  const vocabulary = 50400;
  const inner = 4 * width;
  return {
    ...sizes(shape, "gptj"),
    parts: [
      table("transformer.wte", vocabulary, width),
      ...stack("transformer.h", layers, () => [
        layerNorm("ln_1", width),
        linear("attn.k_proj", width, width, false, { role: "key" }),
        linear("attn.v_proj", width, width, false, { role: "value" }),
        linear("attn.q_proj", width, width, false, { role: "query" }),
        linear("attn.out_proj", width, width, false, { role: "output" }),
        linear("mlp.fc_in", width, inner, true, { role: "up" }),
        linear("mlp.fc_out", inner, width, true, { role: "down" }),
      ]),
      layerNorm("transformer.ln_f", width),
      linear("lm_head", width, vocabulary, true, { isOutput: true }),
    ],
    head: (task, labels) => decoderHead(task, labels, width),
  };
}
