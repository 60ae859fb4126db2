import { expect, it } from "vitest";
import { createRandom } from "../lib/random";
import { initialParams } from "./init";
import { smallDecoder as config } from "./test-models";

const std = (data: Float32Array): number => Math.sqrt(data.reduce((sum, x) => sum + x * x, 0) / data.length);
const stds = (scale?: "gpt-2" | "fan-in") => {
  const wide = { ...config, width: 64, tied: false };
  const params = initialParams(wide, createRandom(1), scale);
  return (name: string): number => std(params[name]!.data);
};

it("is GPT-2's, unless told otherwise", () => {
  const of = stds();
  expect(of("blocks.0.mlp.up.weight")).toBeCloseTo(0.02, 3);
  expect(of("blocks.0.mlp.down.weight")).toBeCloseTo(0.01, 3);
  expect(of("head.weight")).toBeCloseTo(0.02, 2);
  expect(of("blocks.1.attention.norm.weight")).toBe(1);
  expect(of("blocks.1.attention.query.bias")).toBe(0);
});

it("goes by the inputs of a matrix in the blocks, and stays as it was elsewhere", () => {
  const of = stds("fan-in");
  expect(of("blocks.0.attention.query.weight")).toBeCloseTo(0.7 / 8, 2);
  expect(of("blocks.1.mlp.down.weight")).toBeCloseTo(0.7 / 16, 3);
  expect(of("embedding.token.weight")).toBe(stds()("embedding.token.weight"));
  expect(of("blocks.1.attention.norm.weight")).toBe(1);
});
