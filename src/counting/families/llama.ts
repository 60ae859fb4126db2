import type { Architecture } from "../architecture";
import { linear, type Part, rmsNorm, stack, table } from "../part";
import { decoderHead } from "./decoder-head";
import { type FamilyShape, sizes } from "./sizes";

export interface LlamaShape extends FamilyShape {
  readonly family?: "llama" | "mistral" | "qwen2" | "gemma2";
  readonly vocabulary: number;
  readonly inner: number;
  readonly heads: number;
  /** Fewer than `heads` where several queries share a key. */
  readonly keyHeads?: number;
  /** Default: width / heads. */
  readonly headWidth?: number;
  readonly isTied?: boolean;
}

/** LLaMA and its kin: RMSNorm, rotary positions, gated feed-forward, grouped queries; only Qwen2 has biases (q, k, v). */
export function llama(shape: LlamaShape): Architecture {
  const { family = "llama", vocabulary, width, inner, layers, heads } = shape;
  const { keyHeads = heads, headWidth = width / heads, isTied = false } = shape;
  const keyWidth = keyHeads * headWidth;
  const queryWidth = heads * headWidth;
  const bias = family === "qwen2";
  const norms =
    family === "gemma2"
      ? [
          "input_layernorm",
          "post_attention_layernorm",
          "pre_feedforward_layernorm",
          "post_feedforward_layernorm",
        ]
      : ["input_layernorm", "post_attention_layernorm"];
  const block = (): Part[] => [
    linear("self_attn.q_proj", width, queryWidth, bias, { role: "query" }),
    linear("self_attn.k_proj", width, keyWidth, bias, { role: "key" }),
    linear("self_attn.v_proj", width, keyWidth, bias, { role: "value" }),
    linear("self_attn.o_proj", queryWidth, width, false, { role: "output" }),
    linear("mlp.gate_proj", width, inner, false, { role: "gate" }),
    linear("mlp.up_proj", width, inner, false, { role: "up" }),
    linear("mlp.down_proj", inner, width, false, { role: "down" }),
    ...norms.map((name) => rmsNorm(name, width)),
  ];
  return {
    ...sizes(shape, family),
    inner,
    keyWidth,
    parts: [
      table("model.embed_tokens", vocabulary, width),
      ...stack("model.layers", layers, block),
      rmsNorm("model.norm", width),
      linear("lm_head", width, vocabulary, false, { isTied, isOutput: true }),
    ],
    head: (task, labels) => decoderHead(task, labels, width),
  };
}
