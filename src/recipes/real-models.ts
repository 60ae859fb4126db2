import type { Matrix } from "../model/config";

/** What a model is asked for: the next token, a class, or an answer from a decoder beside its encoder. */
export type ModelKind = "causal-lm" | "sequence-classification" | "seq2seq";

/** Where the parts of an architecture are called what, as ends of module paths in transformers ("mlp.c_fc"). */
interface Architecture {
  readonly kind: ModelKind;
  /** `\d+` stands for a layer's number, where the end alone would fit other modules too. */
  readonly matrices: Readonly<Record<Matrix, readonly string[]>>;
  readonly norms: readonly string[];
  /** Those of the norms that do not belong to attention. */
  readonly otherNorms: readonly string[];
  /** The linear layer that gives the logits. */
  readonly head: string;
  /** Query, key and value are one matrix: whoever adapts one adapts all three. */
  readonly fused: boolean;
  /** transformers keeps the matrices as Conv1D (in, out), not as nn.Linear (out, in). */
  readonly conv1d: boolean;
  /** Every matrix and norm has a bias. */
  readonly biases: boolean;
  /** HF PEFT's AdaptionPromptConfig knows it. */
  readonly adaptionPrompt: boolean;
  /** The library `adapters` knows it. */
  readonly adapters: boolean;
}

/** A model on the Hugging Face hub. */
export interface RealModel extends Architecture {
  /** Owner and name on the hub. */
  readonly id: string;
  /** L, layers (of one side, where there are encoder and decoder). */
  readonly layers: number;
  /** C, width of the residual stream. */
  readonly width: number;
  /** A billion parameters or more: loaded in 16 bits unless told. */
  readonly large: boolean;
  /** The hub gives it only to those who accepted its licence. */
  readonly gated: boolean;
}

const gpt2: Architecture = {
  kind: "causal-lm",
  matrices: {
    "attention.query": ["attn.c_attn"],
    "attention.key": ["attn.c_attn"],
    "attention.value": ["attn.c_attn"],
    "attention.output": ["attn.c_proj"],
    "mlp.up": ["mlp.c_fc"],
    "mlp.down": ["mlp.c_proj"],
  },
  norms: ["ln_1", "ln_2", "ln_f"],
  otherNorms: ["ln_2", "ln_f"],
  head: "lm_head",
  fused: true,
  conv1d: true,
  biases: true,
  adaptionPrompt: true,
  adapters: true,
};

const llama: Architecture = {
  kind: "causal-lm",
  matrices: {
    "attention.query": ["q_proj"],
    "attention.key": ["k_proj"],
    "attention.value": ["v_proj"],
    "attention.output": ["o_proj"],
    "mlp.up": ["gate_proj", "up_proj"],
    "mlp.down": ["down_proj"],
  },
  norms: ["input_layernorm", "post_attention_layernorm", "norm"],
  // Named after its place, but it is the norm before the MLP.
  otherNorms: ["post_attention_layernorm", "norm"],
  head: "lm_head",
  fused: false,
  conv1d: false,
  biases: false,
  adaptionPrompt: true,
  adapters: true,
};

/** Same names as LLaMA, but neither library knows it by name. */
const qwen2: Architecture = { ...llama, adaptionPrompt: false, adapters: false };

const bert: Architecture = {
  kind: "sequence-classification",
  matrices: {
    "attention.query": ["attention.self.query"],
    "attention.key": ["attention.self.key"],
    "attention.value": ["attention.self.value"],
    "attention.output": ["attention.output.dense"],
    "mlp.up": ["intermediate.dense"],
    "mlp.down": [String.raw`\d+.output.dense`],
  },
  norms: ["LayerNorm"],
  otherNorms: [String.raw`\d+.output.LayerNorm`, "embeddings.LayerNorm"],
  head: "classifier",
  fused: false,
  conv1d: false,
  biases: true,
  adaptionPrompt: false,
  adapters: true,
};

const roberta: Architecture = { ...bert, head: "classifier.out_proj" };

const t5: Architecture = {
  kind: "seq2seq",
  matrices: {
    "attention.query": ["q"],
    "attention.key": ["k"],
    "attention.value": ["v"],
    "attention.output": ["o"],
    "mlp.up": ["wi"],
    "mlp.down": ["wo"],
  },
  norms: ["layer_norm", "final_layer_norm"],
  // The second of the decoder belongs to cross-attention.
  otherNorms: [
    String.raw`encoder.block.\d+.layer.1.layer_norm`,
    String.raw`decoder.block.\d+.layer.2.layer_norm`,
    "final_layer_norm",
  ],
  head: "lm_head",
  fused: false,
  conv1d: false,
  biases: false,
  adaptionPrompt: false,
  adapters: true,
};

/** T5 v1.1 and its children: a gated MLP with two matrices up. */
const t5Gated: Architecture = { ...t5, matrices: { ...t5.matrices, "mlp.up": ["wi_0", "wi_1"] } };

/** The models on offer, small ones first within a kind. */
export const realModels: readonly RealModel[] = [
  { ...gpt2, id: "openai-community/gpt2", layers: 12, width: 768, large: false, gated: false },
  { ...qwen2, id: "Qwen/Qwen2.5-0.5B", layers: 24, width: 896, large: false, gated: false },
  { ...llama, id: "meta-llama/Llama-3.2-1B", layers: 16, width: 2048, large: true, gated: true },
  { ...llama, id: "mistralai/Mistral-7B-v0.1", layers: 32, width: 4096, large: true, gated: true },
  { ...bert, id: "google-bert/bert-base-uncased", layers: 12, width: 768, large: false, gated: false },
  { ...roberta, id: "FacebookAI/roberta-base", layers: 12, width: 768, large: false, gated: false },
  { ...t5, id: "google-t5/t5-small", layers: 6, width: 512, large: false, gated: false },
  { ...t5Gated, id: "google/flan-t5-base", layers: 12, width: 768, large: false, gated: false },
];
