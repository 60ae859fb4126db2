import { expect, test } from "vitest";
import { defaultOptions } from "../lib/options";
import { methods } from "../methods/index";
import { count } from "./count";
import { CountingError } from "./counting-error";
import type { RawOptions } from "./options";

test("targets may be a list or one pattern for whole paths", () => {
  const trained = (targets: RawOptions[string]) => count("gpt2", "lora", { r: 4, targets }).trained;
  const [fused, output] = [12 * 4 * 4 * 768, 12 * 4 * 2 * 768];
  for (const pattern of [
    "transformer\\.h\\.\\d+\\.attn\\.c_attn",
    ".+attn.c_attn",
    "transformer.h.[0-9]{1,2}.attn.c_attn",
    ".*c_attn",
    "^transformer.*c_attn$",
  ])
    expect(trained(pattern), pattern).toBe(fused);
  expect(trained(".*\\.attn\\.(c_attn|c_proj)")).toBe(fused + output);
  for (const list of [
    "c_attn+attn.c_proj",
    "c_attn, attn.c_proj",
    "[c_attn,attn.c_proj]",
    '["c_attn", "attn.c_proj"]',
    ["c_attn", "attn.c_proj"],
    ["c_attn", ".*\\.attn\\.c_proj"],
    '[".*\\.c_attn", "attn.c_proj"]',
  ])
    expect(trained(list), String(list)).toBe(fused + output);
});

test("options without effect are read like all others, by the methods that have them", () => {
  const trained = (method: string, options: RawOptions) => count("gpt2", method, options).trained;
  expect(trained("lora", { r: 2, lora_alpha: "16", use_rslora: "true", init: "both-zero" })).toBe(73_728);
  expect(trained("prompt-tuning", { init: "labels", initStd: 0.5 })).toBe(20 * 768);
  expect(count("gpt2", "lora", { lora_alpha: 16 }).options).not.toHaveProperty("lora_alpha");
  expect(() => trained("lora", { lora_alpha: "much" })).toThrow(/"lora_alpha" cannot be "much"/);
  expect(() => trained("lora", { lora_dropout: 2 })).toThrow(/"lora_dropout" cannot be "2".*0 to 1/);
  expect(() => trained("lora", { init: "purple" })).toThrow(/"init" cannot be "purple".*both-zero/);
  expect(() => trained("lora", { initStd: 1 })).toThrow(/no option "initStd".*lora_alpha/);
  expect(() => trained("full", { lora_alpha: 16 })).toThrow(/no option "lora_alpha"/);
});

test("every option of this project's methods is known", () => {
  for (const method of methods) {
    for (const [name, value] of Object.entries(defaultOptions(method.options))) {
      const raw = Array.isArray(value) ? value.join("+") : String(value);
      expect(() => count("gpt2", method.id, { [name]: raw }), `${method.id} ${name}`).not.toThrow();
    }
  }
});

test.each<[string, string, RawOptions, RegExp]>([
  ["gpt2", "oft", { oft_block_size: 0 }, /r or oft_block_size must be above 0/],
  ["gpt2", "boft", { boft_block_size: 5 }, /boft_block_size = 5 must divide the inputs, 768/],
  ["gpt2", "boft", { boft_block_num: 5 }, /boft_block_num = 5 must divide the inputs, 768/],
  ["Qwen2.5-0.5B", "c3a", {}, /block_size = 256 must divide the inputs, 896/],
  ["Llama-3.2-3B", "c3a", { block_size: 3072 }, /block_size = 3072 must divide the outputs, 1024/],
  ["bert-base-cased", "vblora", { vector_length: 500 }, /vector_length = 500 must divide the inputs, 768/],
])("%s %s %o has no fractions of parameters", (model, method, options, message) => {
  expect(() => count(model, method, options)).toThrow(message);
  expect(() => count(model, method, options)).toThrow(CountingError);
});
