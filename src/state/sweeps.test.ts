import { describe, expect, it } from "vitest";
import shipped from "../../public/runs/sweep.json";
import { findBase } from "../bases/index";
import { findMethod } from "../methods/index";
import { parseSweeps, sweptLosses, sweptTasks } from "./sweeps";

const row = (method: string, learningRate: number, loss: number | null) => ({
  method,
  learningRate,
  heldOutLoss: { numerals: loss },
  score: { numerals: 0.5 },
  meanLogLoss: -1,
});
const one = {
  base: "toolbox-micro",
  steps: 10,
  seeds: 1,
  options: { lora: {} },
  rows: [row("lora", 0.1, null), row("full", 0.1, 3), row("lora", 0.01, 2), row("lora", 0.001, 1)],
  best: { lora: 0.001 },
};

describe("sweeps", () => {
  it("are read as a list and as one alone", () => {
    expect(parseSweeps({ sweeps: [one, one] })).toHaveLength(2);
  });

  it.each([null, [], {}, { sweeps: [] }, { sweeps: [{ ...one, rows: [{ method: "lora" }] }] }])(
    "refuse %j",
    (json) => {
      expect(() => parseSweeps(json)).toThrow();
    },
  );

  it("give a method's losses by rate, without those that were NaN", () => {
    const [read] = parseSweeps({ sweeps: [one] });
    expect(sweptTasks(read!)).toEqual(["numerals"]);
    expect(sweptLosses(read!, "lora", "numerals")).toEqual([
      { rate: 0.001, loss: 1 },
      { rate: 0.01, loss: 2 },
    ]);
    expect(sweptLosses(read!, "lora", "past-tense")).toEqual([]);
  });

  it("that are shipped are of bases and methods that exist", () => {
    for (const { base, rows, best } of parseSweeps(shipped)) {
      expect(findBase(base)).toBeDefined();
      expect(rows.filter(({ method }) => !findMethod(method) || !best[method])).toEqual([]);
    }
  });
});
