import { expect, test } from "vitest";
import { count } from "../../counting/count";
import { comparisons, comparisonsFor } from "./published-quality";

test("sizes are those of the models they name", () => {
  for (const { model, parameters } of comparisons) {
    expect(count(model, "full").total / parameters).toBeCloseTo(1, 1);
  }
});

test("only comparisons of the same sort, task and scale are shown, the nearest first", () => {
  const models = (parameters: number, sort: "encoder" | "decoder" | "pair", kind: "classify" | "write") =>
    comparisonsFor({ parameters, sort, kind }).map(({ model }) => model);
  expect(models(7e9, "decoder", "write")).toEqual(["llama-7b", "Meta-Llama-3-8B", "Llama-3.2-3B"]);
  expect(models(110e6, "encoder", "classify")).toEqual(["roberta-base"]);
  expect(models(7e9, "decoder", "classify")).toEqual([]);
  expect(models(7e10, "decoder", "write")).toEqual(["gpt3-175b"]);
  expect(models(3e9, "pair", "write")).toEqual([]);
});
