import { expect, test } from "vitest";
import { count } from "./count";
import { memoryOf } from "./memory";

test("full fine-tuning holds 16 bytes a parameter in both precisions", () => {
  const report = count("gpt2", "full");
  for (const precision of ["fp32", "mixed"] as const)
    expect(memoryOf(report, precision).total).toBe(16 * 124_439_808);
});

test("with LoRA the base is held once, and halved by 16 bits", () => {
  const report = count("llama-7b", "lora");
  const [base, added] = [6_738_415_616, 4_194_304];
  expect(memoryOf(report, "fp32").total).toBe(4 * base + 16 * added);
  expect(memoryOf(report, "mixed").total).toBe(2 * base + 16 * added);
});
