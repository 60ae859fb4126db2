import { encodeTensors } from "../lib/safetensors";
import { json } from "./file-text";
import type { Shift } from "./layout";
import { asInPyTorch } from "./module-names";
import { shiftedPositions, type WholeModel } from "./whole-model";

/** OPT looks positions up two rows further down; no real token ever reads the first two. */
const spareRows = 2;

/**
 * Our decoder as `OPTForCausalLM` of transformers loads it: the same computation (pre-LN, separate q, k, v, learned
 * positions), with the GELU that transformers calls gelu_new. Zhang et al. 2022, https://arxiv.org/abs/2205.01068
 */
export function optFiles(model: WholeModel, shift: Shift): Record<string, Uint8Array> {
  const { config, parameters, end } = model;
  const tensors = Object.entries(parameters).map(([name, tensor]) => {
    const isPositions = name === "embedding.position.weight";
    const positions = spareRows + shift.positions;
    return asInPyTorch(
      config,
      name,
      isPositions ? shiftedPositions(tensor, { ...shift, positions }) : tensor,
    );
  });
  const endToken = end >= 0 ? { eos_token_id: end } : {};
  return {
    "config.json": json({
      architectures: ["OPTForCausalLM"],
      model_type: "opt",
      vocab_size: config.vocabulary,
      max_position_embeddings: config.context + shift.positions,
      num_hidden_layers: config.layers,
      num_attention_heads: config.heads,
      hidden_size: config.width,
      word_embed_proj_dim: config.width,
      ffn_dim: 4 * config.width,
      activation_function: "gelu_new",
      do_layer_norm_before: true,
      enable_bias: true,
      layer_norm_elementwise_affine: true,
      dropout: 0,
      attention_dropout: 0,
      layerdrop: 0,
      tie_word_embeddings: config.tied,
      torch_dtype: "float32",
      use_cache: true,
      pad_token_id: 0,
      bos_token_id: null,
      eos_token_id: end >= 0 ? end : null,
    }),
    "generation_config.json": json({
      ...endToken,
      pad_token_id: 0,
      // As on the page: the likeliest token each time, until the end token or a full context.
      do_sample: false,
      max_length: config.context,
    }),
    "model.safetensors": encodeTensors({
      tensors: Object.fromEntries(tensors),
      metadata: { format: "pt" },
    }),
  };
}
