import type { PublishedModel } from "./published-model";

type Config = PublishedModel["config"];

const gpt2 = (n_embd: number, n_layer: number, n_head: number, n_positions = 1024): Config => ({
  model_type: "gpt2",
  vocab_size: 50257,
  n_embd,
  n_layer,
  n_head,
  n_positions,
});

const gptNeo = (hidden_size: number, num_layers: number, num_heads: number): Config => ({
  model_type: "gpt_neo",
  vocab_size: 50257,
  hidden_size,
  num_layers,
  num_heads,
  max_position_embeddings: 2048,
});

/** GPT-NeoX-20B and the Pythia models; the vocabulary was padded to suit the training. */
const gptNeox = (vocab_size: number, width: number, layers: number, heads: number): Config => ({
  model_type: "gpt_neox",
  vocab_size,
  hidden_size: width,
  intermediate_size: 4 * width,
  num_hidden_layers: layers,
  num_attention_heads: heads,
});

const opt = (width: number, layers: number, heads: number, more: Config = {}): Config => ({
  model_type: "opt",
  vocab_size: 50272,
  hidden_size: width,
  ffn_dim: 4 * width,
  num_hidden_layers: layers,
  num_attention_heads: heads,
  ...more,
});

const bloom = (hidden_size: number, n_layer: number, n_head: number): Config => ({
  model_type: "bloom",
  vocab_size: 250880,
  hidden_size,
  n_layer,
  n_head,
});

const starCoder = (n_embd: number, n_layer: number, n_head: number): Config => ({
  model_type: "gpt_bigcode",
  vocab_size: 49152,
  n_embd,
  n_layer,
  n_head,
  n_inner: 4 * n_embd,
  n_positions: 8192,
});

/** Models that write, of kinds before and beside LLaMA. */
export const decoders: readonly PublishedModel[] = [
  { id: "gpt2", aliases: ["gpt2-small"], config: gpt2(768, 12, 12) },
  { id: "gpt2-medium", config: gpt2(1024, 24, 16) },
  { id: "gpt2-large", config: gpt2(1280, 36, 20) },
  { id: "gpt2-xl", config: gpt2(1600, 48, 25) },
  { id: "distilgpt2", config: gpt2(768, 6, 12) },
  { id: "gpt3-175b", aliases: ["gpt3", "gpt-3", "davinci"], config: gpt2(12288, 96, 96, 2048) },
  { id: "gpt-neo-125m", config: gptNeo(768, 12, 12) },
  { id: "gpt-neo-1.3B", config: gptNeo(2048, 24, 16) },
  { id: "gpt-neo-2.7B", config: gptNeo(2560, 32, 20) },
  {
    id: "gpt-j-6b",
    aliases: ["gptj", "gptj-6b"],
    config: { model_type: "gptj", vocab_size: 50400, n_embd: 4096, n_layer: 28, n_head: 16 },
  },
  { id: "gpt-neox-20b", config: gptNeox(50432, 6144, 44, 64) },
  { id: "pythia-70m", aliases: ["pythia-70m-deduped"], config: gptNeox(50304, 512, 6, 8) },
  { id: "pythia-160m", aliases: ["pythia-160m-deduped"], config: gptNeox(50304, 768, 12, 12) },
  { id: "pythia-410m", aliases: ["pythia-410m-deduped"], config: gptNeox(50304, 1024, 24, 16) },
  { id: "pythia-1b", aliases: ["pythia-1b-deduped"], config: gptNeox(50304, 2048, 16, 8) },
  { id: "pythia-1.4b", aliases: ["pythia-1.4b-deduped"], config: gptNeox(50304, 2048, 24, 16) },
  { id: "pythia-2.8b", aliases: ["pythia-2.8b-deduped"], config: gptNeox(50304, 2560, 32, 32) },
  { id: "pythia-6.9b", aliases: ["pythia-6.9b-deduped"], config: gptNeox(50432, 4096, 32, 32) },
  { id: "pythia-12b", aliases: ["pythia-12b-deduped"], config: gptNeox(50688, 5120, 36, 40) },
  { id: "bloomz-560m", aliases: ["bloom-560m"], config: bloom(1024, 24, 16) },
  { id: "bloomz-1b1", aliases: ["bloom-1b1"], config: bloom(1536, 24, 16) },
  { id: "bloomz-1b7", aliases: ["bloom-1b7"], config: bloom(2048, 24, 16) },
  { id: "bloomz-3b", aliases: ["bloom-3b"], config: bloom(2560, 30, 32) },
  { id: "bloomz-7b1", aliases: ["bloom-7b1"], config: bloom(4096, 30, 32) },
  { id: "opt-125m", config: opt(768, 12, 12) },
  {
    id: "opt-350m",
    config: opt(1024, 24, 16, { word_embed_proj_dim: 512, do_layer_norm_before: false }),
  },
  { id: "opt-1.3b", config: opt(2048, 24, 32) },
  { id: "opt-2.7b", config: opt(2560, 32, 32) },
  { id: "opt-6.7b", config: opt(4096, 32, 32) },
  { id: "opt-13b", config: opt(5120, 40, 40) },
  { id: "opt-30b", config: opt(7168, 48, 56) },
  { id: "opt-66b", config: opt(9216, 64, 72) },
  {
    id: "falcon-7b",
    config: {
      model_type: "falcon",
      vocab_size: 65024,
      hidden_size: 4544,
      num_hidden_layers: 32,
      num_attention_heads: 71,
    },
  },
  {
    id: "falcon-40b",
    config: {
      model_type: "falcon",
      vocab_size: 65024,
      hidden_size: 8192,
      num_hidden_layers: 60,
      num_attention_heads: 128,
      num_kv_heads: 8,
      new_decoder_architecture: true,
    },
  },
  {
    id: "mpt-7b",
    config: { model_type: "mpt", vocab_size: 50432, d_model: 4096, n_layers: 32, n_heads: 32 },
  },
  { id: "starcoderbase-1b", config: starCoder(2048, 24, 16) },
  { id: "starcoder", aliases: ["starcoderbase", "starcoder-15b"], config: starCoder(6144, 40, 48) },
  {
    id: "chatglm-6b",
    config: { model_type: "chatglm", vocab_size: 130528, hidden_size: 4096, num_layers: 28 },
  },
];
