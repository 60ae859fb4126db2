import { describe, expect, it } from "vitest";
import { parseMethodFacts } from "./method-facts";
import { answer, fits } from "./questions";

const sample = {
  mergeable: true,
  mergeDifference: 3e-8,
  extraPositions: { input: 0, keys: 0 },
  noOpAtStart: true,
  startDifference: 0,
  backpropToInput: true,
  zeroGradientAtStart: ["lora_A"],
  trained: 2048,
  kept: 2048,
  stored: 2048,
};
const table = parseMethodFacts({
  lora: { decoder: sample, encoder: sample },
  prefix: {
    decoder: { ...sample, mergeable: false, mergeDifference: null, extraPositions: { input: 0, keys: 8 } },
  },
});

describe("answer", () => {
  it("calls keys and values in front extra positions as well", () => {
    expect(table.prefix?.decoder && answer("positions", table.prefix.decoder)).toBe(true);
    expect(table.lora?.decoder && answer("positions", table.lora.decoder)).toBe(false);
  });
});

describe("fits", () => {
  it("wants every answer that was asked for, and no other", () => {
    expect(fits({}, table.lora?.decoder)).toBe(true);
    expect(fits({ mergeable: true, positions: false }, table.lora?.decoder)).toBe(true);
    expect(fits({ mergeable: true, positions: true }, table.lora?.decoder)).toBe(false);
  });

  it("lets a method without facts through only where nothing is asked", () => {
    expect(fits({}, table.prefix?.encoder)).toBe(true);
    expect(fits({ mergeable: false }, table.prefix?.encoder)).toBe(false);
  });
});
