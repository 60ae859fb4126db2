import type { PublishedModel } from "./published-model";

type Config = PublishedModel["config"];

function t5([d_model, d_ff, num_layers, num_heads]: readonly number[], more: Config = {}): Config {
  return { model_type: "t5", vocab_size: 32128, d_model, d_ff, num_layers, num_heads, d_kv: 64, ...more };
}

const gated = { feed_forward_proj: "gated-gelu", tie_word_embeddings: false };
const multilingual = { ...gated, model_type: "mt5", vocab_size: 250112 };
/** T5 1.1 and what came of it have the same five sizes. */
const second = {
  small: [512, 1024, 8, 6],
  base: [768, 2048, 12, 12],
  large: [1024, 2816, 24, 16],
  xl: [2048, 5120, 24, 32],
  xxl: [4096, 10240, 24, 64],
} as const;

const secondT5 = (name: string, more: Config): readonly PublishedModel[] =>
  Object.entries(second).map(([size, sizes]) => ({ id: `${name}-${size}`, config: t5(sizes, more) }));

function bart(
  [vocab_size, d_model, layers, heads, inner = 4 * d_model!]: readonly number[],
  more: Config = {},
): Config {
  return {
    model_type: "bart",
    vocab_size,
    d_model,
    encoder_layers: layers,
    decoder_layers: layers,
    encoder_attention_heads: heads,
    decoder_attention_heads: heads,
    encoder_ffn_dim: inner,
    decoder_ffn_dim: inner,
    ...more,
  };
}

const whisper = (width: number, layers: number, more: Config = {}): Config =>
  bart([51865, width, layers, width / 64], { model_type: "whisper", ...more });
const thirdWhisper = { vocab_size: 51866, num_mel_bins: 128 };
const english = { vocab_size: 51864 };

/** Models of an encoder and a decoder. */
export const pairs: readonly PublishedModel[] = [
  { id: "t5-small", config: t5([512, 2048, 6, 8]) },
  { id: "t5-base", config: t5([768, 3072, 12, 12]) },
  { id: "t5-large", config: t5([1024, 4096, 24, 16]) },
  { id: "t5-3b", config: t5([1024, 16384, 24, 32], { d_kv: 128 }) },
  { id: "t5-11b", config: t5([1024, 65536, 24, 128], { d_kv: 128 }) },
  ...secondT5("t5-v1_1", gated),
  ...secondT5("flan-t5", gated),
  { id: "t0-3b", config: t5(second.xl, gated) },
  ...secondT5("mt5", multilingual),
  ...secondT5("mt0", multilingual),
  { id: "umt5-small", config: t5(second.small, { ...multilingual, model_type: "umt5", vocab_size: 256384 }) },
  { id: "umt5-base", config: t5(second.base, { ...multilingual, model_type: "umt5", vocab_size: 256384 }) },
  {
    id: "byt5-small",
    config: t5([1472, 3584, 12, 6], { ...gated, vocab_size: 384, num_decoder_layers: 4 }),
  },
  { id: "bart-base", config: bart([50265, 768, 6, 12]) },
  {
    id: "bart-large",
    aliases: ["bart-large-cnn", "bart-large-xsum", "bart-large-mnli"],
    config: bart([50265, 1024, 12, 16]),
  },
  { id: "mbart-large-50", config: bart([250054, 1024, 12, 16], { model_type: "mbart" }) },
  {
    id: "pegasus-large",
    aliases: ["pegasus-cnn_dailymail"],
    config: bart([96103, 1024, 16, 16], { model_type: "pegasus" }),
  },
  {
    id: "pegasus-xsum",
    config: bart([96103, 1024, 16, 16], { model_type: "pegasus", max_position_embeddings: 512 }),
  },
  {
    id: "opus-mt-en-de",
    config: bart([58101, 512, 6, 8], { model_type: "marian", max_position_embeddings: 512 }),
  },
  { id: "m2m100_418M", config: bart([128112, 1024, 12, 16], { model_type: "m2m_100" }) },
  { id: "nllb-200-distilled-600M", config: bart([256206, 1024, 12, 16], { model_type: "m2m_100" }) },
  { id: "whisper-tiny", config: whisper(384, 4) },
  { id: "whisper-tiny.en", config: whisper(384, 4, english) },
  { id: "whisper-base", config: whisper(512, 6) },
  { id: "whisper-base.en", config: whisper(512, 6, english) },
  { id: "whisper-small", config: whisper(768, 12) },
  { id: "whisper-small.en", config: whisper(768, 12, english) },
  { id: "whisper-medium", config: whisper(1024, 24) },
  { id: "whisper-medium.en", config: whisper(1024, 24, english) },
  { id: "whisper-large-v2", aliases: ["whisper-large"], config: whisper(1280, 32) },
  { id: "whisper-large-v3", config: whisper(1280, 32, thirdWhisper) },
  {
    id: "whisper-large-v3-turbo",
    aliases: ["whisper-turbo"],
    config: whisper(1280, 32, { ...thirdWhisper, decoder_layers: 4 }),
  },
];
