import { expect, it } from "vitest";
import { findBase } from "../bases/index";
import { memoryLimit, requireMemory, stepBytes, TooLargeError } from "./memory";

const { config } = findBase("toolbox-mini")!;

it("a step of twice the sequences holds twice the bytes, and positions in front count", () => {
  const one = stepBytes(config, { sequences: 32, inFront: 0 });
  expect(stepBytes(config, { sequences: 64, inFront: 0 })).toBe(2 * one);
  expect(stepBytes(config, { sequences: 32, inFront: 8 })).toBeGreaterThan(one);
});

it("the largest step decides whether an experiment fits, wherever it is among them", () => {
  const small = { sequences: 1, inFront: 0 };
  const sequences = Math.ceil(memoryLimit / stepBytes(config, small));
  const tooLarge = { sequences, inFront: 0 };
  expect(() =>
    requireMemory(config, [small, { sequences: Math.floor(sequences / 2), inFront: 0 }], 1),
  ).not.toThrow();
  for (const steps of [
    [small, tooLarge],
    [tooLarge, small],
  ])
    expect(() => requireMemory(config, steps, 1)).toThrow(TooLargeError);
});

it("models that are trained need room for their moments and gradients, without any step", () => {
  expect(() => requireMemory(config, [], 1)).not.toThrow();
  expect(() => requireMemory(config, [], 10_000)).toThrow(TooLargeError);
});
