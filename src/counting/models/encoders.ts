import type { PublishedModel } from "./published-model";

interface Width {
  readonly hidden_size: number;
  readonly intermediate_size: number;
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
}

/** Four times as wide inside, with heads of 64. */
const sizes = (width: number, layers: number, inner = 4 * width): Width => ({
  hidden_size: width,
  intermediate_size: inner,
  num_hidden_layers: layers,
  num_attention_heads: width / 64,
});
const base = sizes(768, 12);
const large = sizes(1024, 24);

function bert(
  vocab_size: number,
  size: Width,
  more: PublishedModel["config"] = {},
): PublishedModel["config"] {
  return { model_type: "bert", vocab_size, ...size, ...more };
}

function roberta(vocab_size: number, size: Width, model_type = "roberta"): PublishedModel["config"] {
  return { model_type, vocab_size, ...size, max_position_embeddings: 514, type_vocab_size: 1 };
}

/** DeBERTa 2 and 3: positions in 256 buckets to each side. */
function deberta(size: Width, kernel = 0): PublishedModel["config"] {
  return {
    model_type: "deberta-v2",
    vocab_size: 128100,
    ...size,
    type_vocab_size: 0,
    position_biased_input: false,
    relative_attention: true,
    position_buckets: 256,
    norm_rel_ebd: "layer_norm",
    conv_kernel_size: kernel,
  };
}

function electra(size: Width, embedding_size: number): PublishedModel["config"] {
  return { model_type: "electra", vocab_size: 30522, embedding_size, ...size };
}

function albert(hidden_size: number, num_hidden_layers: number): PublishedModel["config"] {
  return {
    model_type: "albert",
    vocab_size: 30000,
    embedding_size: 128,
    ...sizes(hidden_size, num_hidden_layers),
  };
}

function distilbert(vocab_size: number): PublishedModel["config"] {
  return { model_type: "distilbert", vocab_size, dim: 768, hidden_dim: 3072, n_layers: 6, n_heads: 12 };
}

/** Models that read: BERT and what came of it. */
export const encoders: readonly PublishedModel[] = [
  { id: "bert-base-uncased", aliases: ["bert-base"], config: bert(30522, base) },
  { id: "bert-base-cased", config: bert(28996, base) },
  { id: "bert-large-uncased", aliases: ["bert-large"], config: bert(30522, large) },
  { id: "bert-large-cased", config: bert(28996, large) },
  {
    id: "bert-base-chinese",
    aliases: ["chinese-roberta-wwm-ext", "chinese-bert-wwm-ext", "chinese-macbert-base"],
    config: bert(21128, base),
  },
  { id: "chinese-roberta-wwm-ext-large", aliases: ["chinese-macbert-large"], config: bert(21128, large) },
  { id: "bert-base-multilingual-cased", config: bert(119547, base) },
  { id: "bert-base-multilingual-uncased", config: bert(105879, base) },
  { id: "all-MiniLM-L6-v2", config: bert(30522, { ...sizes(384, 6), num_attention_heads: 12 }) },
  { id: "bge-small-en-v1.5", config: bert(30522, { ...sizes(384, 12), num_attention_heads: 12 }) },
  { id: "bge-base-en-v1.5", config: bert(30522, base) },
  { id: "bge-large-en-v1.5", config: bert(30522, large) },
  { id: "distilbert-base-uncased", aliases: ["distilbert", "distilbert-base"], config: distilbert(30522) },
  { id: "distilbert-base-cased", config: distilbert(28996) },
  { id: "distilbert-base-multilingual-cased", config: distilbert(119547) },
  { id: "roberta-base", config: roberta(50265, base) },
  { id: "roberta-large", aliases: ["roberta-large-mnli"], config: roberta(50265, large) },
  { id: "distilroberta-base", aliases: ["distilroberta"], config: roberta(50265, sizes(768, 6)) },
  { id: "xlm-roberta-base", config: roberta(250002, base, "xlm-roberta") },
  { id: "xlm-roberta-large", config: roberta(250002, large, "xlm-roberta") },
  { id: "camembert-base", config: roberta(32005, base, "camembert") },
  { id: "electra-small-discriminator", config: electra({ ...sizes(256, 12), num_attention_heads: 4 }, 128) },
  { id: "electra-base-discriminator", aliases: ["electra-base"], config: electra(base, 768) },
  { id: "electra-large-discriminator", aliases: ["electra-large"], config: electra(large, 1024) },
  { id: "albert-base-v2", aliases: ["albert-base"], config: albert(768, 12) },
  { id: "albert-large-v2", config: albert(1024, 24) },
  { id: "albert-xlarge-v2", config: albert(2048, 24) },
  { id: "albert-xxlarge-v2", config: albert(4096, 12) },
  {
    id: "mpnet-base",
    aliases: ["all-mpnet-base-v2"],
    config: { model_type: "mpnet", vocab_size: 30527, ...base, max_position_embeddings: 514 },
  },
  {
    id: "layoutlm-base-uncased",
    aliases: ["layoutlm-base"],
    config: { ...bert(30522, base), model_type: "layoutlm" },
  },
  {
    id: "deberta-base",
    config: {
      model_type: "deberta",
      vocab_size: 50265,
      ...base,
      type_vocab_size: 0,
      position_biased_input: false,
      relative_attention: true,
      pos_att_type: "c2p|p2c",
    },
  },
  { id: "deberta-v3-xsmall", config: deberta({ ...sizes(384, 12), num_attention_heads: 6 }) },
  { id: "deberta-v3-small", config: deberta(sizes(768, 6)) },
  { id: "deberta-v3-base", config: deberta(base) },
  { id: "deberta-v3-large", config: deberta(large) },
  { id: "deberta-v2-xlarge", config: deberta(sizes(1536, 24), 3) },
  { id: "deberta-v2-xxlarge", config: deberta(sizes(1536, 48), 3) },
  {
    id: "ModernBERT-base",
    config: { model_type: "modernbert", vocab_size: 50368, ...sizes(768, 22, 1152) },
  },
  {
    id: "ModernBERT-large",
    config: { model_type: "modernbert", vocab_size: 50368, ...sizes(1024, 28, 2624) },
  },
];
