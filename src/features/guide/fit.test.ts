import { expect, test } from "vitest";
import { type Fit, fitOf } from "./fit";
import { type Project, usual } from "./project";

const fitFor = (
  change: Partial<Project>,
  choice: "full" | "lora" = "lora",
  format: Parameters<typeof fitOf>[0]["format"] = "mixed",
): Fit => fitOf({ project: { ...usual, ...change }, choice, format })!;

test("what fits needs no savings, and names the smallest GPU", () => {
  const small = fitFor({ model: "gpt2", gpu: "t4" });
  expect(small.need).toBeLessThan(small.have);
  expect(small.savings).toEqual([]);
  expect(small.smallestGpu?.id).toBe("apple-16");
  // bitsandbytes does not run on a Mac.
  expect(fitFor({ model: "gpt2", gpu: "t4" }, "lora", "nf4").smallestGpu?.id).toBe("t4");
});

test("the cheapest savings come first, and are enough together", () => {
  const plan = { model: "llama-7b", gpu: "l4", checkpointing: false, batch: 4 } as const;
  const { savings } = fitFor(plan);
  expect(savings).toEqual([{ kind: "checkpointing" }]);
  const saved = fitFor({ ...plan, checkpointing: true });
  expect(saved.need).toBeLessThan(saved.have);
  expect(fitFor({ ...plan, batch: 8, gpu: "t4" }).savings).toEqual([
    { kind: "checkpointing" },
    { kind: "batch" },
    { kind: "format", format: "int8" },
  ]);
});

test("full fine-tuning that is too large becomes LoRA, then a packed base, 4 bits in place of 8", () => {
  expect(fitFor({ model: "llama-7b", gpu: "l4", batch: 1 }, "full").savings).toEqual([{ kind: "lora" }]);
  expect(fitFor({ model: "llama-13b", gpu: "t4", batch: 1 }, "full").savings).toEqual([
    { kind: "lora" },
    { kind: "format", format: "nf4" },
  ]);
});

test("texts are cut last, by halves", () => {
  const { savings } = fitFor({ model: "llama-7b", gpu: "t4", batch: 1, length: 65_536 }, "lora", "nf4");
  expect(savings?.map(({ kind }) => kind)).toEqual(["length"]);
  const [{ length }] = savings as readonly [{ readonly kind: "length"; readonly length: number }];
  expect(65_536 % length).toBe(0);
  expect(fitFor({ model: "llama-7b", gpu: "t4", batch: 1, length }, "lora", "nf4").savings).toEqual([]);
  expect(
    fitFor({ model: "llama-7b", gpu: "t4", batch: 1, length: 2 * length }, "lora", "nf4").savings,
  ).not.toEqual([]);
});

test("nothing makes a model of 175 billion parameters fit a small GPU", () => {
  const { savings, smallestGpu } = fitFor({ model: "gpt3-175b", gpu: "t4" }, "full");
  expect(savings).toBeNull();
  expect(smallestGpu).toBeNull();
});

test("a Mac offers two thirds of its memory, another GPU what was typed", () => {
  expect(fitFor({ gpu: "apple-64" }).have).toBeCloseTo((64e9 * 2) / 3, 0);
  expect(fitFor({ gpu: "other", gigabytes: 48 }).have).toBe(48e9);
});
