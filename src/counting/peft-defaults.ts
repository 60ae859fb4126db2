/** The modules HF PEFT 0.21 tunes in a family when it is told none; in families it has no line for, query and value. */
const lora: Readonly<Record<string, readonly string[]>> = {
  t5: ["q", "v"],
  mt5: ["q", "v"],
  gpt2: ["c_attn"],
  bloom: ["query_key_value"],
  opt: ["q_proj", "v_proj"],
  gptj: ["q_proj", "v_proj"],
  gpt_neox: ["query_key_value"],
  bert: ["query", "value"],
  roberta: ["query", "value"],
  "xlm-roberta": ["query", "value"],
  layoutlm: ["query", "value"],
  "deberta-v2": ["query_proj", "value_proj"],
  llama: ["q_proj", "v_proj"],
  mistral: ["q_proj", "v_proj"],
  gemma2: ["q_proj", "v_proj"],
  qwen2: ["q_proj", "v_proj"],
  chatglm: ["query_key_value"],
  whisper: ["q_proj", "v_proj"],
  vit: ["query", "value"],
};

const adalora: typeof lora = {
  ...lora,
  t5: ["q", "k", "v", "o", "wi", "wo"],
  mt5: ["q", "k", "v", "o", "wi_0", "wi_1", "wo"],
  opt: ["q_proj", "k_proj", "v_proj", "out_proj", "fc1", "fc2"],
  roberta: ["query", "key", "value", "dense"],
  "deberta-v2": ["query_proj", "key_proj", "value_proj", "dense"],
};

const vblora: typeof lora = { ...adalora, roberta: ["query", "value"] };

const ia3: typeof lora = {
  t5: ["k", "v", "wo"],
  mt5: ["k", "v", "wi_1"],
  gpt2: ["c_attn", "mlp.c_proj"],
  bloom: ["query_key_value", "mlp.dense_4h_to_h"],
  opt: ["q_proj", "k_proj", "fc2"],
  gptj: ["q_proj", "v_proj", "fc_out"],
  gpt_neox: ["query_key_value", "dense_4h_to_h"],
  bert: ["key", "value", "output.dense"],
  roberta: ["key", "value", "output.dense"],
  "xlm-roberta": ["key", "value", "output.dense"],
  layoutlm: ["key", "value", "output.dense"],
  "deberta-v2": ["key_proj", "value_proj", "output.dense"],
  llama: ["k_proj", "v_proj", "down_proj"],
  mistral: ["k_proj", "v_proj", "down_proj"],
  gemma2: ["q_proj", "v_proj", "down_proj"],
  qwen2: ["q_proj", "v_proj", "down_proj"],
  chatglm: ["query_key_value", "dense_4h_to_h"],
  whisper: ["k_proj", "v_proj", "fc2"],
  vit: ["key", "value", "output.dense"],
};

/** Those of the IA3 modules whose input is scaled instead of their output. */
const feedForward: typeof lora = {
  t5: ["wo"],
  mt5: [],
  gpt2: ["mlp.c_proj"],
  bloom: ["mlp.dense_4h_to_h"],
  opt: ["fc2"],
  gptj: ["fc_out"],
  gpt_neox: ["dense_4h_to_h"],
  chatglm: ["dense_4h_to_h"],
  whisper: ["fc2"],
};

/** Norms that HF PEFT tunes where these are not all of the model's. */
const norms: typeof lora = {
  bloom: ["input_layernorm", "post_attention_layernorm", "ln_f"],
  qwen2: ["post_attention_layernorm"],
};

/** What is tuned in the family when nothing is said. */
export const peftDefaults = {
  lora: (family: string) => lora[family] ?? ["query", "value"],
  adalora: (family: string) => adalora[family] ?? ["query", "value"],
  vblora: (family: string) => vblora[family] ?? ["query", "value"],
  /** GPT-2's fused matrix is no square: these two take the last matrix of the block instead. */
  square: (family: string) => (family === "gpt2" ? ["mlp.c_proj"] : (lora[family] ?? ["query", "value"])),
  value: () => ["value"],
  ia3: (family: string) => ia3[family] ?? ["key", "value", "down"],
  /** null: every norm. */
  norms: (family: string) => norms[family] ?? null,
  feedForward: (family: string) =>
    feedForward[family] ?? (ia3[family]?.includes("down_proj") ? ["down_proj"] : ["output.dense"]),
} as const;
