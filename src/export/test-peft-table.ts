import type { AnyOptions } from "../lib/options";
import type { Shift } from "./layout";
import { fc1, fc2, k, q } from "./test-adapters";

/** An adapter of ours and what HF PEFT makes of one, by its source (0.20.0 and main of August 2026): not by our output. */
export interface ExpectedAdapter {
  readonly method: string;
  readonly options: AnyOptions;
  /** Shapes of our tensors, as x W. */
  readonly ours: Readonly<Record<string, readonly number[]>>;
  /** Shapes of PEFT's tensors, by their names in adapter_model.safetensors. */
  readonly theirs: Readonly<Record<string, readonly number[]>>;
  /** Every field of adapter_config.json besides those that all have (`common`). */
  readonly config: Readonly<Record<string, unknown>>;
  /** What PEFT puts in front of the real tokens: `peft_model.py` counts positions from there on. */
  readonly shift?: Shift;
}

/** Fields of every adapter_config.json of a decoder. */
export const common = {
  base_model_name_or_path: "./base",
  inference_mode: true,
  task_type: "CAUSAL_LM",
};

/** For the model of test-adapters.ts: width 6, two layers, two heads. */
export const expectedAdapters: readonly ExpectedAdapter[] = [
  {
    method: "lora",
    options: { rank: 3, alpha: 8, scaling: "rank-stabilized" },
    ours: {
      "blocks.0.attention.query.lora_A": [6, 3],
      "blocks.0.attention.query.lora_B": [3, 6],
      "blocks.1.mlp.up.lora_A": [6, 3],
      "blocks.1.mlp.up.lora_B": [3, 24],
    },
    theirs: {
      [`${q}.lora_A.weight`]: [3, 6],
      [`${q}.lora_B.weight`]: [6, 3],
      [`${fc1}.lora_A.weight`]: [3, 6],
      [`${fc1}.lora_B.weight`]: [24, 3],
    },
    config: {
      peft_type: "LORA",
      r: 3,
      lora_alpha: 8,
      use_rslora: true,
      bias: "none",
      lora_dropout: 0,
      target_modules: ["q_proj", "fc1"],
    },
  },
  {
    method: "dora",
    options: { rank: 3, alpha: 8 },
    ours: {
      "blocks.1.mlp.down.lora_A": [24, 3],
      "blocks.1.mlp.down.lora_B": [3, 6],
      "blocks.1.mlp.down.magnitude": [6],
    },
    theirs: {
      [`${fc2}.lora_A.weight`]: [3, 24],
      [`${fc2}.lora_B.weight`]: [6, 3],
      [`${fc2}.lora_magnitude_vector`]: [6],
    },
    config: {
      peft_type: "LORA",
      r: 3,
      lora_alpha: 8,
      use_dora: true,
      bias: "none",
      lora_dropout: 0,
      target_modules: ["fc2"],
    },
  },
  {
    method: "adalora",
    options: { rank: 4, targetRank: 2, alpha: 8, orthogonality: 0.1 },
    ours: {
      "blocks.1.mlp.up.lora_P": [6, 4],
      "blocks.1.mlp.up.lora_E": [4],
      "blocks.1.mlp.up.lora_Q": [4, 24],
    },
    theirs: { [`${fc1}.lora_A`]: [4, 6], [`${fc1}.lora_E`]: [4, 1], [`${fc1}.lora_B`]: [24, 4] },
    config: {
      peft_type: "ADALORA",
      init_r: 4,
      target_r: 2,
      lora_alpha: 8,
      orth_reg_weight: 0.1,
      total_step: 40,
      bias: "none",
      lora_dropout: 0,
      target_modules: ["fc1"],
    },
  },
  {
    method: "vera",
    options: { rank: 5, initD: 0.1 },
    ours: {
      vera_A: [6, 5],
      vera_B: [5, 24],
      "blocks.0.attention.query.vera_d": [5],
      "blocks.0.attention.query.vera_b": [6],
      "blocks.1.mlp.up.vera_d": [5],
      "blocks.1.mlp.up.vera_b": [24],
    },
    theirs: {
      // main reads the first of each, releases up to 0.20.0 the second.
      "base_model.vera_A": [5, 6],
      "base_model.vera_A.default": [5, 6],
      "base_model.vera_B": [24, 5],
      "base_model.vera_B.default": [24, 5],
      [`${q}.vera_lambda_d`]: [5],
      [`${q}.vera_lambda_b`]: [6],
      [`${fc1}.vera_lambda_d`]: [5],
      [`${fc1}.vera_lambda_b`]: [24],
    },
    config: {
      peft_type: "VERA",
      r: 5,
      d_initial: 0.1,
      save_projection: true,
      bias: "none",
      vera_dropout: 0,
      target_modules: ["q_proj", "fc1"],
    },
  },
  {
    method: "ia3",
    options: { targets: ["attention.key", "mlp.down"] },
    ours: { "blocks.0.attention.key.ia3": [6], "blocks.1.mlp.down.ia3": [24] },
    theirs: { [`${k}.ia3_l`]: [6, 1], [`${fc2}.ia3_l`]: [1, 24] },
    config: { peft_type: "IA3", target_modules: ["k_proj", "fc2"], feedforward_modules: ["fc2"] },
  },
  {
    method: "layer-norm",
    options: { terms: ["weight", "bias"] },
    ours: { "blocks.0.attention.norm.weight": [6], "blocks.1.mlp.norm.bias": [6], "norm.weight": [6] },
    theirs: {
      "base_model.model.model.decoder.layers.0.self_attn_layer_norm.ln_tuning_layers.weight": [6],
      "base_model.model.model.decoder.layers.1.final_layer_norm.ln_tuning_layers.bias": [6],
      "base_model.model.model.decoder.final_layer_norm.ln_tuning_layers.weight": [6],
    },
    config: { peft_type: "LN_TUNING", target_modules: ["self_attn_layer_norm", "final_layer_norm"] },
  },
  {
    method: "prompt-tuning",
    options: { length: 4 },
    ours: { "prompt.vectors": [4, 6] },
    theirs: { prompt_embeddings: [4, 6] },
    config: { peft_type: "PROMPT_TUNING", ...front(4) },
    shift: { positions: 4, firstToken: 4 },
  },
  {
    method: "p-tuning",
    options: { length: 4, encoder: "lstm", hidden: 9 },
    ours: { "prompt.vectors": [4, 6] },
    theirs: { prompt_embeddings: [4, 6] },
    config: {
      peft_type: "P_TUNING",
      encoder_reparameterization_type: "LSTM",
      encoder_hidden_size: 9,
      ...front(4),
    },
    shift: { positions: 4, firstToken: 4 },
  },
  ...["prefix-tuning", "p-tuning-v2"].map((method) => ({
    method,
    options: { length: 5 },
    ours: {
      "blocks.0.attention.prefix.key": [2, 5, 3],
      "blocks.0.attention.prefix.value": [2, 5, 3],
      "blocks.1.attention.prefix.key": [2, 5, 3],
      "blocks.1.attention.prefix.value": [2, 5, 3],
    },
    theirs: { prompt_embeddings: [5, 2 * 2 * 6] },
    config: { peft_type: "PREFIX_TUNING", prefix_projection: false, ...front(5) },
    // The prefix is in the cache: positions go on behind it, the sequence starts with the first real token.
    shift: { positions: 5, firstToken: 0 },
  })),
];

/** Fields that every config of a soft prompt has, of P vectors. */
function front(positions: number): Record<string, unknown> {
  return {
    num_virtual_tokens: positions,
    token_dim: 6,
    num_attention_heads: 2,
    num_layers: 2,
    num_transformer_submodules: 1,
  };
}
