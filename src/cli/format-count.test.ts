import { expect, test } from "vitest";
import { count } from "../counting/count";
import { formatCount } from "./format-count";

test("a count is told in words and as HF PEFT prints it", () => {
  const text = formatCount(count("gpt2-medium", "lora", { rank: 4, targets: "c_attn" }));
  expect(text.split("\n")).toEqual([
    "lora on gpt2-medium (target_modules=c_attn, bias=none, r=4, use_dora=false, lora_bias=false)",
    "total      354,823,168 parameters",
    "trained    393,216 (0.1108 % of total)",
    "kept       393,216",
    "file       1.57 MB (1,572,864 bytes) in fp32, 786 KB (786,432 bytes) in fp16",
    "weights    1.42 GB (1,420,865,536 bytes) in fp32, 710 MB (710,432,768 bytes) in fp16",
    "gradients  1.57 MB (1,572,864 bytes) in fp32",
    "optimiser  3.15 MB (3,145,728 bytes) (AdamW, two moments in fp32)",
    "As HF PEFT prints it:",
    "trainable params: 393,216 || all params: 355,216,384 || trainable%: 0.1107",
  ]);
});

test("notes are printed below the counts", () => {
  expect(formatCount(count("llama-7b", "bitfit"))).toMatch(
    /\nNote: this model has no biases: BitFit would have to add them\.$/,
  );
});

test("a note that asks ends with its question mark", () => {
  const asked = formatCount(count("Llama-3.2-1B", "lora", { target_modules: "q_proj,o_prj" }));
  expect(asked).toMatch(/did you mean o_proj\?$/);
});
