import type { CountingOptions } from "./options";

// Options of HF PEFT and of this project that change no count: their values are read all the same.

const flag = { kind: "switch", default: false } as const;
const amount = { kind: "number", default: null, min: 0, max: 1e9 } as const;
const share = { kind: "number", default: null, min: 0, max: 1 } as const;
const whole = { kind: "integer", default: null, min: 0 } as const;

/** A field that is read by nothing here, so that any value will do. */
export const any = { kind: "any", default: null } as const;

/** Of every method in HF PEFT. */
export const anywhere = {
  inference_mode: flag,
  peft_type: any,
  peft_version: any,
  auto_mapping: any,
  base_model: { ...any, aliases: ["base_model_name_or_path"] },
  revision: any,
} as const satisfies CountingOptions;

/** Of every method that is put on chosen matrices. */
export const onMatrices = {
  fan_in_fan_out: flag,
  init_weights: any,
  layers_pattern: any,
} as const satisfies CountingOptions;

/** Of LoRA's kin. */
export const lowRank = {
  lora_alpha: { ...amount, aliases: ["alpha"] },
  lora_dropout: { ...share, aliases: ["dropout"] },
  alpha_pattern: { kind: "pattern", default: {} },
  use_rslora: { ...flag, aliases: ["rslora"] },
  init_lora_weights: {
    kind: "choice",
    default: null,
    choices: [
      ...["true", "false", "gaussian", "orthogonal", "olora", "pissa", "eva", "corda", "loftq"],
      "lora_ga",
    ],
  },
} as const satisfies CountingOptions;

/** Of LoRA in HF PEFT: how it starts, and what changes no count. */
export const loraExtras = {
  megatron_config: any,
  megatron_core: any,
  loftq_config: any,
  eva_config: any,
  corda_config: any,
  lora_ga_config: any,
  velora_config: any,
  alora_invocation_tokens: any,
  runtime_config: any,
  /** QALoRA is for bases in GPTQ's format, which are not counted here. */
  use_qalora: flag,
  qalora_group_size: whole,
  ephemeral_gpu_offload: any,
  ensure_weight_tying: flag,
} as const satisfies CountingOptions;

/** Of LoRA in this project. */
export const loraChoices = {
  scaling: { kind: "choice", default: null, choices: ["standard", "rank-stabilized"] },
  init: { kind: "choice", default: null, choices: ["standard", "both-zero"] },
} as const satisfies CountingOptions;

/** When and how AdaLoRA's budget falls. */
export const budget = {
  tinit: whole,
  tfinal: whole,
  deltaT: { ...whole, min: 1 },
  total_step: { ...whole, min: 1 },
  beta1: share,
  beta2: share,
  orth_reg_weight: { ...amount, aliases: ["orthogonality"] },
  warmUp: share,
  settled: share,
} as const satisfies CountingOptions;

/** Of VeRA and PVeRA. */
export const sharedProjections = {
  d_initial: { ...amount, aliases: ["initD"] },
  vera_dropout: { ...share, aliases: ["pvera_dropout"] },
  projection_prng_key: whole,
  sample_at_inference: flag,
  generator_seed: any,
} as const satisfies CountingOptions;

/** Of LoHa and LoKr. */
export const alpha = {
  alpha: amount,
  alpha_pattern: { kind: "pattern", default: {} },
  rank_dropout: share,
  module_dropout: share,
  rank_dropout_scale: flag,
} as const satisfies CountingOptions;

/** Seeds of what is drawn. */
export const seeds = {
  seed: { ...whole, aliases: ["random_seed", "random_loc_seed"] },
  mask_type: any,
} as const satisfies CountingOptions;

/** Of FourierFT. */
export const spectrum = { ...seeds, scaling: amount } as const satisfies CountingOptions;

/** Of VB-LoRA. */
export const bank = {
  topk: { ...whole, min: 1 },
  save_only_topk_weights: flag,
  vblora_dropout: share,
  init_vector_bank_bound: any,
  init_logits_std: any,
} as const satisfies CountingOptions;

/** Of PSOFT: how its directions are found, and how its rotation is computed. */
export const directions = {
  ...seeds,
  psoft_alpha: amount,
  psoft_dropout: share,
  ab_svd_init: any,
  psoft_svd: any,
  psoft_svd_lowrank_niter: whole,
  use_cayley_neumann: flag,
  num_cayley_neumann_terms: whole,
  cayley_neumann_eps: any,
} as const satisfies CountingOptions;

/** Of bottlenecks. */
export const bottlenecks = {
  initStd: { ...amount, aliases: ["init_scale"] },
  non_linearity: any,
} as const satisfies CountingOptions;

/** How a prefix starts. */
export const prefixStart = {
  init: { kind: "choice", default: null, choices: ["random", "zero"], aliases: ["init_weights"] },
} as const satisfies CountingOptions;

/** How soft prompts start. */
export const promptStart = {
  init: { kind: "choice", default: null, choices: ["vocabulary", "labels", "random"] },
  initStd: amount,
  prompt_tuning_init: any,
  prompt_tuning_init_text: any,
  num_layers: whole,
  tokenizer_name_or_path: any,
  tokenizer_kwargs: any,
} as const satisfies CountingOptions;

/** Of the network that makes P-tuning's prompts. */
export const promptEncoder = { encoder_dropout: share, num_layers: whole } as const satisfies CountingOptions;
