import { expect, test } from "vitest";
import { count, requireArchitecture } from "./count";
import { memoryOf } from "./memory";
import { type BaseFormat, type Pass, trainingMemory } from "./training-memory";

const gibibyte = 2 ** 30;
const pass: Pass = { batch: 1, length: 512, checkpointing: false, classifies: false };
const memory = (
  model: string,
  method: string,
  options: Parameters<typeof count>[2],
  format: BaseFormat,
  change: Partial<Pass> = {},
) =>
  trainingMemory(requireArchitecture(model), count(model, method, options), format, { ...pass, ...change });
const beforeActivations = ({ total, activations }: ReturnType<typeof memory>): number => total - activations;

test("beside activations it agrees with the memory of the page On a real model", () => {
  for (const [model, method] of [
    ["llama-7b", "full"],
    ["Llama-3.2-3B", "lora"],
  ] as const) {
    const report = count(model, method);
    for (const precision of ["fp32", "mixed"] as const) {
      expect(beforeActivations(memory(model, method, {}, precision))).toBe(memoryOf(report, precision).total);
    }
  }
  expect(beforeActivations(memory("llama-7b", "full", {}, "mixed"))).toBe(16 * 6_738_415_616);
});

test("a block of GPT-2 keeps 32 bytes a token and width: 34 sbh of Korthikanti et al., less the masks of dropout", () => {
  const { activations } = memory("gpt2", "full", {}, "mixed", { classifies: true });
  expect(activations).toBe(12 * 512 * 768 * (34 - 2));
  const halved = memory("gpt2", "full", {}, "mixed", { classifies: true, checkpointing: true });
  expect(halved.activations).toBe(512 * 768 * (12 * 2 + 32));
});

test("activations grow with batch and length, and double in 32 bits", () => {
  const one = memory("gpt2", "full", {}, "mixed", { classifies: true }).activations;
  expect(memory("gpt2", "full", {}, "mixed", { classifies: true, batch: 3 }).activations).toBe(3 * one);
  expect(memory("gpt2", "full", {}, "mixed", { classifies: true, length: 256 }).activations).toBe(one / 2);
  expect(memory("gpt2", "full", {}, "fp32", { classifies: true }).activations).toBe(2 * one);
  const logits = memory("gpt2", "full", {}, "mixed").activations - one;
  expect(logits).toBe(512 * 50257 * 10);
});

test("comes within 15 % of what the PEFT maintainers measured on Llama-3.2-3B (batch 4, at most 768 tokens, bf16)", () => {
  const change = { batch: 4, length: 768 };
  const lora = memory("Llama-3.2-3B", "lora", { r: 32 }, "mixed", change);
  expect(lora.total / gibibyte / 20.8).toBeGreaterThan(0.85);
  expect(lora.total / gibibyte / 20.8).toBeLessThan(1.15);
  // They tune all parameters with weights, gradients and moments in bf16: 8 bytes a parameter.
  const full = memory("Llama-3.2-3B", "full", {}, "mixed", change);
  const inBf16 = 8 * 3_212_749_824 + full.activations;
  expect(inBf16 / gibibyte / 36.2).toBeGreaterThan(0.95);
  expect(inBf16 / gibibyte / 36.2).toBeLessThan(1.05);
});

test("QLoRA's 65B model fits a GPU of 48 GB in 4 bits, and not in 8", () => {
  // Its settings: rank 64 on every linear layer, 512 tokens, gradient checkpointing.
  const options = { r: 64, target_modules: "all-linear" };
  const total = (format: BaseFormat): number =>
    memory("llama-65b", "lora", options, format, { checkpointing: true }).total;
  expect(total("nf4")).toBeLessThan(48 * gibibyte);
  expect(total("nf4")).toBeGreaterThan(40 * gibibyte);
  expect(total("int8")).toBeGreaterThan(64 * gibibyte);
});

test("4 bits with their scales are 4.127 bits a weight, and embeddings stay in 16", () => {
  const { weights } = memory("llama-7b", "full", {}, "nf4");
  const inBlocks = 32 * (4 * 4096 ** 2 + 3 * 4096 * 11008);
  expect(weights).toBeCloseTo((inBlocks * 4.126953125) / 8 + 2 * (6_738_415_616 - inBlocks), 0);
  expect(memory("llama-7b", "full", {}, "int8").weights).toBe(inBlocks + 2 * (6_738_415_616 - inBlocks));
});

test("knows gates however a family keeps them", () => {
  for (const model of ["Phi-3-mini-4k-instruct", "Mixtral-8x7B-v0.1", "t0-3b"]) {
    const { width, keyWidth, inner, blocks } = requireArchitecture(model);
    const { activations } = memory(model, "full", {}, "mixed", { classifies: true });
    expect(activations).toBe(2 * 512 * blocks * (6 * width + 2 * keyWidth + 4 * inner));
  }
});
