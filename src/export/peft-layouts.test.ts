import { expect, test } from "vitest";
import type { AnyOptions } from "../lib/options";
import { keywords } from "../recipes/fixtures/api.json";
import { fc1, fc2, k, q, read, write } from "./test-adapters";

/** What HF PEFT 0.21 writes for a model of these sizes: written from its source, not from ours. */
const table: readonly {
  readonly method: string;
  readonly options: AnyOptions;
  readonly ours: Readonly<Record<string, readonly number[]>>;
  readonly theirs: Readonly<Record<string, readonly number[]>>;
  readonly config: Readonly<Record<string, unknown>>;
}[] = [
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
    config: { peft_type: "LORA", r: 3, lora_alpha: 8, use_rslora: true, target_modules: ["q_proj", "fc1"] },
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
    config: { peft_type: "LORA", use_dora: true, target_modules: ["fc2"] },
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
    config: { peft_type: "ADALORA", init_r: 4, target_r: 2, orth_reg_weight: 0.1, total_step: 40 },
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
      "base_model.vera_A": [5, 6],
      "base_model.vera_B": [24, 5],
      [`${q}.vera_lambda_d`]: [5],
      [`${q}.vera_lambda_b`]: [6],
      [`${fc1}.vera_lambda_d`]: [5],
      [`${fc1}.vera_lambda_b`]: [24],
    },
    config: { peft_type: "VERA", r: 5, save_projection: true, target_modules: ["q_proj", "fc1"] },
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
    config: { peft_type: "PROMPT_TUNING", num_virtual_tokens: 4, token_dim: 6, num_layers: 2 },
  },
  {
    method: "p-tuning",
    options: { length: 4, encoder: "lstm", hidden: 9 },
    ours: { "prompt.vectors": [4, 6] },
    theirs: { prompt_embeddings: [4, 6] },
    config: { peft_type: "P_TUNING", encoder_reparameterization_type: "LSTM", encoder_hidden_size: 9 },
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
    config: { peft_type: "PREFIX_TUNING", num_virtual_tokens: 5, num_attention_heads: 2 },
  })),
];

test.each(table)(
  "$method has the names, shapes and config of HF PEFT",
  ({ method, options, ours, theirs, config: fields }) => {
    const { tensors, config: written } = read(write(method, options, ours));
    const shapes = Object.fromEntries(Object.entries(tensors).map(([name, { shape }]) => [name, shape]));
    expect(shapes).toEqual(theirs);
    expect(written).toMatchObject({
      base_model_name_or_path: "tuning-playground/toolbox-tiny",
      task_type: "CAUSAL_LM",
      ...fields,
    });
  },
);

/** HF PEFT's class by the type that a config names. */
const classes = {
  LORA: "LoraConfig",
  ADALORA: "AdaLoraConfig",
  VERA: "VeraConfig",
  IA3: "IA3Config",
  LN_TUNING: "LNTuningConfig",
  PREFIX_TUNING: "PrefixTuningConfig",
  PROMPT_TUNING: "PromptTuningConfig",
  P_TUNING: "PromptEncoderConfig",
} as const;

test.each(table)(
  "the config of $method has only fields that its class knows",
  ({ method, options, ours, config: fields }) => {
    const known = Object.entries(classes).find(([type]) => type === fields.peft_type)?.[1];
    const { config: written } = read(write(method, options, ours));
    const allowed: readonly string[] = known ? keywords[known] : [];
    expect(Object.keys(written).filter((field) => !allowed.includes(field))).toEqual([]);
  },
);
