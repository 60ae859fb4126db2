import type { Architecture } from "./architecture";
import { bert } from "./families/bert";
import { deberta } from "./families/deberta";
import { bloom, chatglm, gptNeox } from "./families/fused-decoders";
import { gpt2 } from "./families/gpt2";
import { gptj } from "./families/gptj";
import { llama } from "./families/llama";
import { opt } from "./families/opt";
import { t5 } from "./families/t5";
import { vit } from "./families/vit";
import { whisper } from "./families/whisper";

const llama2 = { vocabulary: 32000, width: 4096, inner: 11008, layers: 32, heads: 32 } as const;
const t5v11 = { isGated: true, promptSets: 1 } as const;

/** THE list of models that can be counted; sizes from their published configurations. */
export const architectures: readonly Architecture[] = [
  bert({ id: "bert-base-uncased", family: "bert", aliases: ["bert-base"], vocabulary: 30522, ...base() }),
  bert({ id: "bert-base-cased", family: "bert", vocabulary: 28996, ...base() }),
  bert({ id: "bert-large-uncased", family: "bert", aliases: ["bert-large"], vocabulary: 30522, ...large() }),
  bert({ id: "bert-large-cased", family: "bert", vocabulary: 28996, ...large() }),
  bert({ id: "bert-base-chinese", family: "bert", vocabulary: 21128, ...base() }),
  bert({ id: "roberta-base", family: "roberta", vocabulary: 50265, ...base() }),
  bert({ id: "roberta-large", family: "roberta", vocabulary: 50265, ...large() }),
  bert({ id: "xlm-roberta-base", family: "xlm-roberta", vocabulary: 250002, ...base() }),
  bert({ id: "xlm-roberta-large", family: "xlm-roberta", vocabulary: 250002, ...large() }),
  bert({
    id: "layoutlm-base-uncased",
    family: "layoutlm",
    aliases: ["layoutlm-base"],
    vocabulary: 30522,
    ...base(),
  }),
  deberta({ id: "deberta-v3-base", ...base() }),
  deberta({ id: "deberta-v3-large", ...large() }),
  deberta({ id: "deberta-v2-xlarge", width: 1536, layers: 24, hasConvolution: true }),
  deberta({ id: "deberta-v2-xxlarge", width: 1536, layers: 48, hasConvolution: true }),
  gpt2({ id: "gpt2", aliases: ["gpt2-small"], ...base() }),
  gpt2({ id: "gpt2-medium", ...large() }),
  gpt2({ id: "gpt2-large", width: 1280, layers: 36 }),
  gpt2({ id: "gpt2-xl", width: 1600, layers: 48 }),
  gpt2({ id: "gpt3-175b", aliases: ["gpt3", "gpt-3", "davinci"], width: 12288, layers: 96, positions: 2048 }),
  gptj({ id: "gpt-j-6b", aliases: ["gptj", "gptj-6b"], width: 4096, layers: 28 }),
  gptNeox({ id: "gpt-neox-20b", vocabulary: 50432, width: 6144, layers: 44 }),
  t5({ id: "t5-small", width: 512, inner: 2048, layers: 6, heads: 8 }),
  t5({ id: "t5-base", width: 768, inner: 3072, layers: 12, heads: 12 }),
  t5({ id: "t5-large", width: 1024, inner: 4096, layers: 24, heads: 16 }),
  t5({ id: "t5-3b", width: 1024, inner: 16384, layers: 24, heads: 32, headWidth: 128 }),
  t5({ id: "t5-11b", width: 1024, inner: 65536, layers: 24, heads: 128, headWidth: 128 }),
  t5({ id: "t5-v1_1-small", width: 512, inner: 1024, layers: 8, heads: 6, ...t5v11 }),
  t5({ id: "t5-v1_1-base", width: 768, inner: 2048, layers: 12, heads: 12, ...t5v11 }),
  t5({ id: "t5-v1_1-large", width: 1024, inner: 2816, layers: 24, heads: 16, ...t5v11 }),
  t5({ id: "t5-v1_1-xl", width: 2048, inner: 5120, layers: 24, heads: 32, ...t5v11 }),
  t5({ id: "t5-v1_1-xxl", width: 4096, inner: 10240, layers: 24, heads: 64, ...t5v11 }),
  t5({ id: "flan-t5-small", width: 512, inner: 1024, layers: 8, heads: 6, isGated: true }),
  t5({ id: "flan-t5-base", width: 768, inner: 2048, layers: 12, heads: 12, isGated: true }),
  t5({ id: "flan-t5-large", width: 1024, inner: 2816, layers: 24, heads: 16, isGated: true }),
  t5({ id: "flan-t5-xl", width: 2048, inner: 5120, layers: 24, heads: 32, isGated: true }),
  t5({ id: "flan-t5-xxl", width: 4096, inner: 10240, layers: 24, heads: 64, isGated: true }),
  t5({ id: "t0-3b", width: 2048, inner: 5120, layers: 24, heads: 32, isGated: true }),
  ...["mt5", "mt0"].flatMap((name) => [
    mt5({ id: `${name}-small`, width: 512, inner: 1024, layers: 8, heads: 6 }),
    mt5({ id: `${name}-base`, width: 768, inner: 2048, layers: 12, heads: 12 }),
    mt5({ id: `${name}-large`, width: 1024, inner: 2816, layers: 24, heads: 16 }),
    mt5({ id: `${name}-xl`, width: 2048, inner: 5120, layers: 24, heads: 32 }),
  ]),
  llama({ id: "llama-7b", ...llama2 }),
  llama({ id: "llama-13b", vocabulary: 32000, width: 5120, inner: 13824, layers: 40, heads: 40 }),
  llama({ id: "Llama-2-7b-hf", aliases: ["llama2-7b"], ...llama2 }),
  llama({ id: "Llama-2-13b-hf", vocabulary: 32000, width: 5120, inner: 13824, layers: 40, heads: 40 }),
  llama({ id: "CodeLlama-7b-hf", ...llama2, vocabulary: 32016 }),
  llama({
    id: "Meta-Llama-3-8B",
    aliases: ["llama-3-8b", "llama3-8b", "llama-3.1-8b", "meta-llama-3.1-8b"],
    vocabulary: 128256,
    width: 4096,
    inner: 14336,
    layers: 32,
    heads: 32,
    keyHeads: 8,
  }),
  llama({
    id: "Llama-3.2-1B",
    vocabulary: 128256,
    width: 2048,
    inner: 8192,
    layers: 16,
    heads: 32,
    keyHeads: 8,
    isTied: true,
  }),
  llama({
    id: "Llama-3.2-3B",
    vocabulary: 128256,
    width: 3072,
    inner: 8192,
    layers: 28,
    heads: 24,
    keyHeads: 8,
    isTied: true,
  }),
  llama({
    id: "Mistral-7B-v0.1",
    family: "mistral",
    aliases: ["mistral-7b", "mistral-7b-v0.2"],
    vocabulary: 32000,
    width: 4096,
    inner: 14336,
    layers: 32,
    heads: 32,
    keyHeads: 8,
  }),
  ...[
    qwen("0.5B", 151936, 896, 4864, 24, 14, 2, true),
    qwen("1.5B", 151936, 1536, 8960, 28, 12, 2, true),
    qwen("3B", 151936, 2048, 11008, 36, 16, 2, true),
    qwen("7B", 152064, 3584, 18944, 28, 28, 4, false),
    qwen("14B", 152064, 5120, 13824, 48, 40, 8, false),
  ],
  llama({
    id: "gemma-2-2b",
    family: "gemma2",
    vocabulary: 256000,
    width: 2304,
    inner: 9216,
    layers: 26,
    heads: 8,
    keyHeads: 4,
    headWidth: 256,
    isTied: true,
  }),
  chatglm({ id: "chatglm-6b", vocabulary: 130528, width: 4096, layers: 28 }),
  bloom({ id: "bloomz-560m", aliases: ["bloom-560m"], vocabulary: 250880, width: 1024, layers: 24 }),
  bloom({ id: "bloomz-7b1", aliases: ["bloom-7b1"], vocabulary: 250880, width: 4096, layers: 30 }),
  opt({ id: "opt-125m", width: 768, layers: 12 }),
  opt({ id: "opt-350m", width: 1024, layers: 24, wordWidth: 512 }),
  opt({ id: "opt-1.3b", width: 2048, layers: 24 }),
  opt({ id: "opt-2.7b", width: 2560, layers: 32 }),
  opt({ id: "opt-6.7b", width: 4096, layers: 32 }),
  vit({ id: "vit-base-patch16-224-in21k", aliases: ["vit-base", "vit-base-patch16-224"], ...base() }),
  vit({ id: "vit-large-patch16-224-in21k", aliases: ["vit-large", "vit-large-patch16-224"], ...large() }),
  whisper({ id: "whisper-tiny", width: 384, layers: 4 }),
  whisper({ id: "whisper-base", width: 512, layers: 6 }),
  whisper({ id: "whisper-small", width: 768, layers: 12 }),
  whisper({ id: "whisper-medium", width: 1024, layers: 24 }),
  whisper({ id: "whisper-large-v2", aliases: ["whisper-large"], width: 1280, layers: 32 }),
];

function base() {
  return { width: 768, layers: 12 } as const;
}

function large() {
  return { width: 1024, layers: 24 } as const;
}

function mt5(shape: {
  id: string;
  width: number;
  inner: number;
  layers: number;
  heads: number;
}): Architecture {
  return t5({ ...shape, family: "mt5", vocabulary: 250112, isGated: true });
}

function qwen(
  size: string,
  vocabulary: number,
  width: number,
  inner: number,
  layers: number,
  heads: number,
  keyHeads: number,
  isTied: boolean,
): Architecture {
  return llama({
    id: `Qwen2.5-${size}`,
    family: "qwen2",
    vocabulary,
    width,
    inner,
    layers,
    heads,
    keyHeads,
    isTied,
  });
}

/** The model of this name: the owner, capitals and endings that change no shape ("-Instruct") do not matter. */
export function findArchitecture(name: string): Architecture | undefined {
  const wanted = plainName(name);
  return architectures.find(({ id, aliases }) => [id, ...aliases].some((each) => plainName(each) === wanted));
}

function plainName(name: string): string {
  return name
    .slice(name.lastIndexOf("/") + 1)
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/-(?:hf|instruct|chat|it)(?:-hf)?$/, "");
}
