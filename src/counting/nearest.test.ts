import { expect, test } from "vitest";
import { findArchitecture, nearestModels } from "./architectures";
import { nearest } from "./nearest";

test("a misspelt name is answered with what was perhaps meant", () => {
  const names = ["lora", "dora", "vera", "prompt-tuning", "prefix-tuning"];
  expect(nearest("lroa", names)).toEqual(["lora"]);
  expect(nearest("LORA_", names)[0]).toBe("lora");
  expect(nearest("promt-tuning", names)).toEqual(["prompt-tuning"]);
  expect(nearest("magic", names)).toEqual([]);
  expect(nearest("", names)).toEqual([]);
});

test("names with versions, owners and uses are known", () => {
  for (const [name, id] of [
    ["mistralai/Mistral-7B-Instruct-v0.2", "Mistral-7B-v0.1"],
    ["mistralai/Mistral-7B-Instruct-v0.3", "Mistral-7B-v0.3"],
    ["mistralai/Mixtral-8x7B-Instruct-v0.1", "Mixtral-8x7B-v0.1"],
    ["meta-llama/Meta-Llama-3.1-8B-Instruct", "Meta-Llama-3-8B"],
    ["meta-llama/Llama-3.3-70B-Instruct", "Meta-Llama-3-70B"],
    ["Qwen/Qwen3-4B-Instruct-2507", "Qwen3-4B"],
    ["Qwen/Qwen2.5-Coder-7B-Instruct", "Qwen2.5-7B"],
    ["google/gemma-3-1b-it", "gemma-3-1b"],
    ["microsoft/Phi-3.5-mini-instruct", "Phi-3-mini-4k-instruct"],
    ["microsoft/phi-2", "phi-2"],
    ["unsloth/llama-3-8b-bnb-4bit", "Meta-Llama-3-8B"],
    ["TinyLlama/TinyLlama-1.1B-Chat-v1.0", "TinyLlama-1.1B-Chat-v1.0"],
    ["EleutherAI/pythia-410m-deduped", "pythia-410m"],
    ["openai/whisper-large-v3", "whisper-large-v3"],
    ["distilbert/distilbert-base-uncased-finetuned-sst-2-english", "distilbert-base-uncased"],
    ["google-bert/bert-large-uncased-whole-word-masking", "bert-large-uncased"],
    ["facebook/bart-large-mnli", "bart-large"],
    ["sentence-transformers/all-mpnet-base-v2", "mpnet-base"],
  ] as const)
    expect(findArchitecture(name)?.id, name).toBe(id);
});

test("an unknown model is answered with its like", () => {
  expect(nearestModels("bert-base-uncase")[0]).toBe("bert-base-uncased");
  expect(nearestModels("mistral-7b-v0.4")).toContain("Mistral-7B-v0.3");
  expect(nearestModels("pythia")).toContain("pythia-70m");
  expect(nearestModels("zzzzzz")).toEqual([]);
});
