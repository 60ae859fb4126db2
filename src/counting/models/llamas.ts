import type { PublishedModel } from "./published-model";

type Config = PublishedModel["config"];

/** Sizes in the order that papers print them; `keyHeads` as many as `heads` unless queries share keys. */
function llama(
  [vocab_size, hidden_size, intermediate_size, layers, heads, keyHeads = heads]: readonly number[],
  more: Config = {},
): Config {
  return {
    model_type: "llama",
    vocab_size,
    hidden_size,
    intermediate_size,
    num_hidden_layers: layers,
    num_attention_heads: heads,
    num_key_value_heads: keyHeads,
    ...more,
  };
}

const of =
  (model_type: string, common: Config = {}) =>
  (sizes: readonly number[], more: Config = {}): Config =>
    llama(sizes, { model_type, ...common, ...more });
const qwen2 = of("qwen2");
const qwen3 = of("qwen3", { head_dim: 128 });
const gemma = of("gemma", { head_dim: 256 });
const gemma2 = of("gemma2", { head_dim: 256 });
const gemma3 = of("gemma3_text", { head_dim: 256 });
const tied = { tie_word_embeddings: true };

const llama7b = llama([32000, 4096, 11008, 32, 32]);
const llama13b = llama([32000, 5120, 13824, 40, 40]);
const mistral7b = [32000, 4096, 14336, 32, 32, 8];
const phiSizes = (width: number, layers: number): Config =>
  of("phi")([51200, width, 4 * width, layers, 32], { max_position_embeddings: 2048 });

/** LLaMA and models built like it. */
export const llamas: readonly PublishedModel[] = [
  { id: "llama-7b", config: llama7b },
  { id: "llama-13b", config: llama13b },
  { id: "llama-30b", aliases: ["llama-33b"], config: llama([32000, 6656, 17920, 60, 52]) },
  { id: "llama-65b", config: llama([32000, 8192, 22016, 80, 64]) },
  { id: "Llama-2-7b-hf", aliases: ["llama2-7b", "vicuna-7b"], config: llama7b },
  { id: "Llama-2-13b-hf", aliases: ["llama2-13b", "vicuna-13b"], config: llama13b },
  { id: "Llama-2-70b-hf", aliases: ["llama2-70b"], config: llama([32000, 8192, 28672, 80, 64, 8]) },
  { id: "CodeLlama-7b-hf", config: llama([32016, 4096, 11008, 32, 32]) },
  { id: "CodeLlama-13b-hf", config: llama([32016, 5120, 13824, 40, 40]) },
  { id: "CodeLlama-34b-hf", config: llama([32000, 8192, 22016, 48, 64, 8]) },
  {
    id: "Meta-Llama-3-8B",
    aliases: ["llama-3-8b", "llama3-8b", "llama-3.1-8b", "meta-llama-3.1-8b", "DeepSeek-R1-Distill-Llama-8B"],
    config: llama([128256, 4096, 14336, 32, 32, 8]),
  },
  {
    id: "Meta-Llama-3-70B",
    aliases: [
      "llama-3-70b",
      "llama3-70b",
      "llama-3.1-70b",
      "meta-llama-3.1-70b",
      "llama-3.3-70b",
      "DeepSeek-R1-Distill-Llama-70B",
    ],
    config: llama([128256, 8192, 28672, 80, 64, 8]),
  },
  { id: "Llama-3.2-1B", config: llama([128256, 2048, 8192, 16, 32, 8], { head_dim: 64, ...tied }) },
  { id: "Llama-3.2-3B", config: llama([128256, 3072, 8192, 28, 24, 8], { head_dim: 128, ...tied }) },
  {
    id: "TinyLlama-1.1B-Chat-v1.0",
    aliases: ["tinyllama", "tinyllama-1.1b"],
    config: llama([32000, 2048, 5632, 22, 32, 4]),
  },
  { id: "SmolLM2-135M", aliases: ["SmolLM-135M"], config: llama([49152, 576, 1536, 30, 9, 3], tied) },
  { id: "SmolLM2-360M", aliases: ["SmolLM-360M"], config: llama([49152, 960, 2560, 32, 15, 5], tied) },
  { id: "SmolLM2-1.7B", aliases: ["SmolLM-1.7B"], config: llama([49152, 2048, 8192, 24, 32], tied) },
  { id: "SmolLM3-3B", config: of("smollm3")([128256, 2048, 11008, 36, 16, 4], tied) },
  { id: "Yi-6B", aliases: ["yi-1.5-6b"], config: llama([64000, 4096, 11008, 32, 32, 4]) },
  { id: "Mistral-7B-v0.1", aliases: ["mistral-7b", "mistral-7b-v0.2"], config: of("mistral")(mistral7b) },
  { id: "Mistral-7B-v0.3", config: of("mistral")([32768, ...mistral7b.slice(1)]) },
  {
    id: "Mistral-Nemo-Base-2407",
    aliases: ["mistral-nemo", "mistral-nemo-instruct-2407"],
    config: of("mistral")([131072, 5120, 14336, 40, 32, 8], { head_dim: 128 }),
  },
  {
    id: "Mixtral-8x7B-v0.1",
    aliases: ["mixtral", "mixtral-8x7b"],
    config: of("mixtral")(mistral7b, { num_local_experts: 8 }),
  },
  {
    id: "Mixtral-8x22B-v0.1",
    config: of("mixtral")([32768, 6144, 16384, 56, 48, 8], { num_local_experts: 8 }),
  },
  { id: "Qwen2-0.5B", config: qwen2([151936, 896, 4864, 24, 14, 2], tied) },
  { id: "Qwen2-1.5B", config: qwen2([151936, 1536, 8960, 28, 12, 2], tied) },
  { id: "Qwen2-7B", config: qwen2([152064, 3584, 18944, 28, 28, 4]) },
  { id: "Qwen2-72B", config: qwen2([152064, 8192, 29568, 80, 64, 8]) },
  {
    id: "Qwen2.5-0.5B",
    aliases: ["qwen2.5-coder-0.5b"],
    config: qwen2([151936, 896, 4864, 24, 14, 2], tied),
  },
  {
    id: "Qwen2.5-1.5B",
    aliases: ["qwen2.5-coder-1.5b"],
    config: qwen2([151936, 1536, 8960, 28, 12, 2], tied),
  },
  { id: "Qwen2.5-3B", aliases: ["qwen2.5-coder-3b"], config: qwen2([151936, 2048, 11008, 36, 16, 2], tied) },
  {
    id: "Qwen2.5-7B",
    aliases: ["qwen2.5-coder-7b", "DeepSeek-R1-Distill-Qwen-7B"],
    config: qwen2([152064, 3584, 18944, 28, 28, 4]),
  },
  {
    id: "Qwen2.5-14B",
    aliases: ["qwen2.5-coder-14b", "DeepSeek-R1-Distill-Qwen-14B"],
    config: qwen2([152064, 5120, 13824, 48, 40, 8]),
  },
  {
    id: "Qwen2.5-32B",
    aliases: ["qwen2.5-coder-32b", "DeepSeek-R1-Distill-Qwen-32B", "qwq-32b"],
    config: qwen2([152064, 5120, 27648, 64, 40, 8]),
  },
  { id: "Qwen2.5-72B", config: qwen2([152064, 8192, 29568, 80, 64, 8]) },
  { id: "DeepSeek-R1-Distill-Qwen-1.5B", config: qwen2([151936, 1536, 8960, 28, 12, 2]) },
  { id: "Qwen3-0.6B", config: qwen3([151936, 1024, 3072, 28, 16, 8], tied) },
  { id: "Qwen3-1.7B", config: qwen3([151936, 2048, 6144, 28, 16, 8], tied) },
  { id: "Qwen3-4B", aliases: ["qwen3-4b-thinking"], config: qwen3([151936, 2560, 9728, 36, 32, 8], tied) },
  { id: "Qwen3-8B", config: qwen3([151936, 4096, 12288, 36, 32, 8]) },
  { id: "Qwen3-14B", config: qwen3([151936, 5120, 17408, 40, 40, 8]) },
  { id: "Qwen3-32B", config: qwen3([151936, 5120, 25600, 64, 64, 8]) },
  {
    id: "Qwen3-30B-A3B",
    config: of("qwen3_moe")([151936, 2048, 6144, 48, 32, 4], {
      head_dim: 128,
      num_experts: 128,
      moe_intermediate_size: 768,
    }),
  },
  { id: "gemma-2b", config: gemma([256000, 2048, 16384, 18, 8, 1]) },
  { id: "gemma-7b", config: gemma([256000, 3072, 24576, 28, 16, 16]) },
  { id: "gemma-2-2b", config: gemma2([256000, 2304, 9216, 26, 8, 4]) },
  { id: "gemma-2-9b", config: gemma2([256000, 3584, 14336, 42, 16, 8]) },
  { id: "gemma-2-27b", config: gemma2([256000, 4608, 36864, 46, 32, 16], { head_dim: 128 }) },
  { id: "gemma-3-270m", config: gemma3([262144, 640, 2048, 18, 4, 1]) },
  { id: "gemma-3-1b", aliases: ["gemma-3-1b-pt"], config: gemma3([262144, 1152, 6912, 26, 4, 1]) },
  { id: "gemma-3-4b", aliases: ["gemma-3-4b-pt"], config: withPictures([262208, 2560, 10240, 34, 8, 4]) },
  { id: "gemma-3-12b", aliases: ["gemma-3-12b-pt"], config: withPictures([262208, 3840, 15360, 48, 16, 8]) },
  {
    id: "gemma-3-27b",
    aliases: ["gemma-3-27b-pt"],
    config: withPictures([262208, 5376, 21504, 62, 32, 16], { head_dim: 128 }),
  },
  { id: "phi-1_5", aliases: ["phi-1", "phi-1.5"], config: phiSizes(2048, 24) },
  { id: "phi-2", config: phiSizes(2560, 32) },
  {
    id: "Phi-3-mini-4k-instruct",
    aliases: ["phi-3-mini", "phi-3-mini-128k", "Phi-3.5-mini-instruct"],
    config: of("phi3")([32064, 3072, 8192, 32, 32]),
  },
  {
    id: "Phi-3-medium-4k-instruct",
    aliases: ["phi-3-medium", "phi-3-medium-128k"],
    config: of("phi3")([32064, 5120, 17920, 40, 40, 10]),
  },
  { id: "phi-4", config: of("phi3")([100352, 5120, 17920, 40, 40, 10]) },
  {
    id: "Phi-4-mini-instruct",
    aliases: ["phi-4-mini"],
    config: of("phi3")([200064, 3072, 8192, 32, 24, 8], tied),
  },
  { id: "stablelm-3b-4e1t", config: of("stablelm")([50304, 2560, 6912, 32, 32]) },
  { id: "OLMo-2-1124-7B", aliases: ["olmo-2-7b"], config: of("olmo2")([100352, 4096, 11008, 32, 32]) },
  { id: "starcoder2-3b", config: of("starcoder2")([49152, 3072, 12288, 30, 24, 2]) },
  { id: "starcoder2-7b", config: of("starcoder2")([49152, 4608, 18432, 32, 36, 4]) },
  {
    id: "GLM-4-9B-0414",
    aliases: ["glm-4-9b"],
    config: of("glm4")([151552, 4096, 13696, 40, 32, 2], { head_dim: 128 }),
  },
];

/** The larger Gemma 3 read pictures too; the sizes are those of the language model. */
function withPictures(sizes: readonly number[], more: Config = {}): Config {
  return { model_type: "gemma3", text_config: gemma3(sizes, more) };
}
