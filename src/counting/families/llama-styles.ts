import type { ConfigFields } from "../config-fields";
import type { decoderHeads } from "./classifier-heads";

/** What differs among decoders that are built like LLaMA. */
export interface LlamaStyle {
  /** "scaled" norms have no shift. */
  readonly norm: "scaled" | "shifted" | "none";
  /** Norms of a block. */
  readonly norms: readonly string[];
  readonly lastNorm?: string;
  readonly attention: { readonly queryBias: boolean; readonly outputBias: boolean };
  readonly attentionOutput?: string;
  /** Query, key and value in one matrix. */
  readonly isFused?: boolean;
  /** Norms of queries and keys: one for each head's width, or for all heads together. */
  readonly queryNorm?: "head" | "whole";
  readonly mlp:
    | { readonly kind: "gated" | "fused"; readonly down: string; readonly bias: boolean }
    | { readonly kind: "plain"; readonly up: string; readonly down: string; readonly bias: boolean };
  /** Default of `tie_word_embeddings`. */
  readonly isTied?: boolean;
  /** Default of `head_dim`, where it is not width / heads. */
  readonly headWidth?: number;
  readonly outputBias?: boolean;
  readonly heads?: Parameters<typeof decoderHeads>[1];
}

const gated = { kind: "gated", down: "down_proj", bias: false } as const;
const fused = { kind: "fused", down: "down_proj", bias: false } as const;
const twoNorms = ["input_layernorm", "post_attention_layernorm"] as const;
const fourNorms = [...twoNorms, "pre_feedforward_layernorm", "post_feedforward_layernorm"] as const;
const withoutBias = { queryBias: false, outputBias: false } as const;
const plainLlama = { norm: "scaled", norms: twoNorms, attention: withoutBias, mlp: gated } as const;
const gemma = { ...plainLlama, isTied: true, headWidth: 256, heads: { answers: false } } as const;

/** LLaMA itself, with the biases that its config may ask for. */
function llamaStyle(fields: ConfigFields): LlamaStyle {
  const bias = fields.flag("attention_bias", false);
  return {
    ...plainLlama,
    attention: { queryBias: bias, outputBias: bias },
    mlp: { ...gated, bias: fields.flag("mlp_bias", false) },
  };
}

/** The style of each family, by `model_type`. */
const styles = {
  llama: llamaStyle,
  mistral: () => plainLlama,
  mixtral: () => plainLlama,
  qwen2: () => ({ ...plainLlama, attention: { queryBias: true, outputBias: false } }),
  qwen2_moe: (fields) => ({
    ...plainLlama,
    attention: { queryBias: fields.flag("qkv_bias", true), outputBias: false },
  }),
  qwen3: (fields) => ({ ...llamaStyle(fields), mlp: gated, queryNorm: "head", headWidth: 128 }),
  qwen3_moe: (fields) => ({ ...llamaStyle(fields), mlp: gated, queryNorm: "head" }),
  gemma: () => gemma,
  gemma2: () => ({ ...gemma, norms: fourNorms }),
  gemma3_text: () => ({
    ...gemma,
    norms: fourNorms,
    queryNorm: "head",
    heads: { tokens: null, answers: false },
  }),
  phi: () => ({
    norm: "shifted",
    norms: ["input_layernorm"],
    lastNorm: "final_layernorm",
    attention: { queryBias: true, outputBias: true },
    attentionOutput: "dense",
    mlp: { kind: "plain", up: "fc1", down: "fc2", bias: true },
    outputBias: true,
    heads: { answers: false },
  }),
  phi3: () => ({ ...plainLlama, isFused: true, mlp: fused, heads: { answers: false } }),
  stablelm: (fields) => ({
    ...plainLlama,
    norm: "shifted",
    norms: fields.flag("use_parallel_residual", false) ? ["input_layernorm"] : twoNorms,
    attention: { queryBias: fields.flag("use_qkv_bias", false), outputBias: false },
    heads: { answers: false },
  }),
  olmo: () => ({ ...plainLlama, norm: "none", heads: { tokens: null, answers: false } }),
  olmo2: () => ({
    ...plainLlama,
    norms: ["post_attention_layernorm", "post_feedforward_layernorm"],
    queryNorm: "whole",
    heads: { tokens: null, answers: false },
  }),
  granite: (fields) => ({ ...llamaStyle(fields), heads: { tokens: null, answers: false } }),
  starcoder2: (fields) => {
    const bias = fields.flag("use_bias", true);
    return {
      norm: "shifted",
      norms: twoNorms,
      attention: { queryBias: bias, outputBias: bias },
      mlp: { kind: "plain", up: "c_fc", down: "c_proj", bias },
      isTied: true,
      heads: { answers: false },
    };
  },
  cohere: (fields) => ({
    ...llamaStyle(fields),
    mlp: gated,
    norms: ["input_layernorm"],
    isTied: true,
    heads: { tokens: null, answers: false },
  }),
  smollm3: (fields) => ({ ...llamaStyle(fields), isTied: true }),
  glm4: (fields) => ({
    ...plainLlama,
    norms: [...twoNorms, "post_self_attn_layernorm", "post_mlp_layernorm"],
    attention: { queryBias: fields.flag("attention_bias", true), outputBias: false },
    mlp: fused,
    headWidth: 128,
    heads: { answers: false },
  }),
} as const satisfies Readonly<Record<string, (fields: ConfigFields) => LlamaStyle>>;

export const llamaFamilies: readonly string[] = Object.keys(styles);

/** The style of the config's family. */
export function styleOf(fields: ConfigFields): LlamaStyle {
  const found = Object.entries<(fields: ConfigFields) => LlamaStyle>(styles).find(
    ([family]) => family === fields.family,
  );
  if (!found) throw new Error(`no style for ${fields.family}`);
  return found[1](fields);
}
