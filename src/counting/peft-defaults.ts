type Names = Readonly<Record<string, readonly string[]>>;

const queryAndValue = ["q_proj", "v_proj"] as const;

/** The modules that HF PEFT 0.21 tunes in a family when it is told none; families it has no line for are left out. */
const lora: Names = {
  ...sharing(["t5", "mt5"], ["q", "v"]),
  ...sharing(["bart", "opt", "gptj", "gpt_neo"], queryAndValue),
  ...sharing(["llama", "mistral", "mixtral", "stablelm"], queryAndValue),
  ...sharing(["gemma", "gemma2", "gemma3_text", "qwen2", "qwen3"], queryAndValue),
  ...sharing(["bert", "roberta", "xlm-roberta", "electra", "layoutlm"], ["query", "value"]),
  ...sharing(["bloom", "gpt_neox", "chatglm", "falcon"], ["query_key_value"]),
  ...sharing(["gpt2", "gpt_bigcode"], ["c_attn"]),
  "deberta-v2": ["query_proj", "value_proj"],
  deberta: ["in_proj"],
  mpt: ["Wqkv"],
  phi: ["q_proj", "v_proj", "fc1", "fc2"],
};

/** GPT-2's fused matrix is no square: some methods take the last matrix of the block instead. */
const square: Names = { ...lora, ...sharing(["gpt2", "gpt_bigcode"], ["mlp.c_proj"]) };
const vera: Names = { ...lora, phi: queryAndValue };

/** Families that AdaLoRA and VB-LoRA have no line for. */
const withoutAdaptive = ["xlm-roberta", "electra", "layoutlm", "chatglm", "falcon", "mpt", "stablelm", "phi"];
const notAdaptive = new Set([...withoutAdaptive, "mistral", "mixtral"]);
const adalora: Names = {
  ...Object.fromEntries(Object.entries(lora).filter(([family]) => !notAdaptive.has(family))),
  t5: ["q", "k", "v", "o", "wi", "wo"],
  mt5: ["q", "k", "v", "o", "wi_0", "wi_1", "wo"],
  ...sharing(["opt", "bart"], ["q_proj", "k_proj", "v_proj", "out_proj", "fc1", "fc2"]),
  roberta: ["query", "key", "value", "dense"],
  "deberta-v2": ["query_proj", "key_proj", "value_proj", "dense"],
};

const vblora: Names = { ...adalora, roberta: ["query", "value"] };

const ia3: Names = {
  t5: ["k", "v", "wo"],
  mt5: ["k", "v", "wi_1"],
  ...sharing(["gpt2", "gpt_bigcode"], ["c_attn", "mlp.c_proj"]),
  bloom: ["query_key_value", "mlp.dense_4h_to_h"],
  ...sharing(["gpt_neox", "falcon"], ["query_key_value", "dense_4h_to_h"]),
  opt: ["q_proj", "k_proj", "fc2"],
  ...sharing(["bart", "phi"], ["q_proj", "v_proj", "fc2"]),
  gptj: ["q_proj", "v_proj", "fc_out"],
  gpt_neo: ["q_proj", "v_proj", "c_proj"],
  ...sharing(["bert", "roberta"], ["key", "value", "output.dense"]),
  "deberta-v2": ["key_proj", "value_proj", "output.dense"],
  deberta: ["in_proj", "output.dense"],
  ...sharing(["llama", "mistral"], ["k_proj", "v_proj", "down_proj"]),
  mixtral: ["k_proj", "v_proj", "w2"],
  ...sharing(["gemma", "gemma2", "gemma3_text", "qwen2", "qwen3"], ["q_proj", "v_proj", "down_proj"]),
};

/** Those of the (IA)³ modules whose input is scaled instead of their output: the last of each line. */
const feedForward: Names = {
  ...Object.fromEntries(Object.entries(ia3).map(([family, names]) => [family, names.slice(-1)])),
  mt5: [],
};

const beft: Names = {
  ...sharing(["t5", "mt5"], ["v"]),
  ...sharing(["bert", "roberta"], ["value"]),
  "deberta-v2": ["value_proj"],
  ...sharing(["opt", "gptj", "gpt_neo", "bart", "llama", "mistral", "mixtral", "phi"], ["v_proj"]),
  ...sharing(["gemma", "gemma2", "gemma3_text", "qwen2", "qwen3"], ["v_proj"]),
};

const norms: Names = {
  ...sharing(["llama", "mistral", "gemma"], ["input_layernorm", "post_attention_layernorm", "norm"]),
  ...sharing(
    ["gemma2", "gemma3_text"],
    [
      "input_layernorm",
      "post_attention_layernorm",
      "pre_feedforward_layernorm",
      "post_feedforward_layernorm",
      "norm",
    ],
  ),
  ...sharing(["bloom", "falcon"], ["input_layernorm", "post_attention_layernorm", "ln_f"]),
  ...sharing(["t5", "mt5"], ["layer_norm", "final_layer_norm"]),
  bart: ["self_attn_layer_norm", "encoder_attn_layer_norm", "final_layer_norm"],
  gpt2: ["ln_1", "ln_2", "ln_f"],
  gptj: ["ln_1", "ln_f"],
  phi: ["input_layernorm", "final_layernorm"],
  ...sharing(["qwen2", "qwen3"], ["post_attention_layernorm"]),
};

const everyMatrix = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "down_proj", "up_proj"] as const;
const osf: Names = {
  ...sharing(["llama", "mistral", "mixtral", "gemma", "gemma2", "gemma3_text"], everyMatrix),
  ...sharing(["qwen2", "qwen3", "phi"], everyMatrix),
  ...sharing(["gpt2", "gpt_bigcode"], ["c_attn", "c_proj"]),
  ...sharing(["bloom", "gpt_neox", "falcon"], ["query_key_value", "dense_4h_to_h"]),
  opt: ["q_proj", "k_proj", "v_proj", "out_proj", "fc1", "fc2"],
  gptj: ["q_proj", "k_proj", "v_proj", "out_proj", "fc_in", "fc_out"],
};

function sharing(families: readonly string[], names: readonly string[]): Names {
  return Object.fromEntries(families.map((family) => [family, names]));
}

const of =
  (names: Names) =>
  (family: string): readonly string[] | null =>
    names[family] ?? null;

/** What is tuned in the family when nothing is said; null where HF PEFT asks. */
export const peftDefaults = {
  lora: of(lora),
  square: of(square),
  vera: of(vera),
  adalora: of(adalora),
  vblora: of(vblora),
  ia3: of(ia3),
  feedForward: of(feedForward),
  beft: of(beft),
  norms: of(norms),
  /** Every linear layer where there is no line. */
  osf: (family: string) => osf[family] ?? ["all-linear"],
} as const;
