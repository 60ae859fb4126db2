/**
 * What transformers makes of the model of test-adapters.ts (width 6, context 8, 11 tokens, two layers, two heads), by the
 * source of OPT (modeling_opt.py, configuration_opt.py) and of its tokenizers: not by our output.
 */
const block = (layer: number): Readonly<Record<string, readonly number[]>> => {
  const at = `model.decoder.layers.${layer}`;
  // nn.Linear keeps (out, in).
  return {
    [`${at}.self_attn.k_proj.weight`]: [6, 6],
    [`${at}.self_attn.k_proj.bias`]: [6],
    [`${at}.self_attn.v_proj.weight`]: [6, 6],
    [`${at}.self_attn.v_proj.bias`]: [6],
    [`${at}.self_attn.q_proj.weight`]: [6, 6],
    [`${at}.self_attn.q_proj.bias`]: [6],
    [`${at}.self_attn.out_proj.weight`]: [6, 6],
    [`${at}.self_attn.out_proj.bias`]: [6],
    [`${at}.self_attn_layer_norm.weight`]: [6],
    [`${at}.self_attn_layer_norm.bias`]: [6],
    [`${at}.fc1.weight`]: [24, 6],
    [`${at}.fc1.bias`]: [24],
    [`${at}.fc2.weight`]: [6, 24],
    [`${at}.fc2.bias`]: [6],
    [`${at}.final_layer_norm.weight`]: [6],
    [`${at}.final_layer_norm.bias`]: [6],
  };
};

/** The state of OPTForCausalLM without lm_head.weight, which is the token embedding. */
export const optShapes: Readonly<Record<string, readonly number[]>> = {
  "model.decoder.embed_tokens.weight": [11, 6],
  // OPTLearnedPositionalEmbedding has two rows more than positions.
  "model.decoder.embed_positions.weight": [10, 6],
  ...block(0),
  ...block(1),
  "model.decoder.final_layer_norm.weight": [6],
  "model.decoder.final_layer_norm.bias": [6],
};

/** Fields of config.json that decide what OPTForCausalLM computes; several have other defaults. */
export const optConfig = {
  architectures: ["OPTForCausalLM"],
  model_type: "opt",
  vocab_size: 11,
  max_position_embeddings: 8,
  num_hidden_layers: 2,
  num_attention_heads: 2,
  hidden_size: 6,
  word_embed_proj_dim: 6,
  ffn_dim: 24,
  // The default is "relu"; "gelu" would be the exact one.
  activation_function: "gelu_new",
  do_layer_norm_before: true,
  enable_bias: true,
  layer_norm_elementwise_affine: true,
  dropout: 0,
  attention_dropout: 0,
  tie_word_embeddings: true,
  pad_token_id: 0,
  bos_token_id: null,
  eos_token_id: 2,
};

/** generation_config.json: greedy, until the full stop or a full context. */
export const generationConfig = { eos_token_id: 2, pad_token_id: 0, do_sample: false, max_length: 8 };

/** What AutoTokenizer needs in tokenizer_config.json. OPT takes no token_type_ids, which the default would send it. */
export const tokenizerConfig = {
  tokenizer_class: "PreTrainedTokenizerFast",
  pad_token: "<pad>",
  model_input_names: ["input_ids", "attention_mask"],
  clean_up_tokenization_spaces: false,
  model_max_length: 8,
  padding_side: "left",
};
