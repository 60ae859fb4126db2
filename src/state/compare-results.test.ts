import { describe, expect, it } from "vitest";
import { comparisonKey, comparisonsOf, lengthsOf, overSeeds } from "./compare-results";
import { laneRun } from "./test-results";

describe("comparisons", () => {
  it("put runs together that answer the same question of the same base, the latest first", () => {
    const runs = [
      laneRun("lora"),
      laneRun("full", { task: "past-tense" }),
      laneRun("full", { from: "untrained" }),
      laneRun("lora", { seed: 2 }),
    ];
    expect(comparisonsOf(runs).map((one) => [comparisonKey(one), one.runs])).toEqual([
      ["toolbox-micro/pretrained/numerals", 2],
      ["toolbox-micro/untrained/numerals", 1],
      ["toolbox-micro/pretrained/past-tense", 1],
    ]);
  });

  it("know the lengths of their runs", () => {
    const runs = [400, 50, 400].map((steps) => laneRun("lora", { steps }));
    expect(lengthsOf(runs)).toEqual([50, 400]);
  });
});

describe("overSeeds", () => {
  it("takes the mean of runs that differ in the seed only, with the sample deviation", () => {
    const runs = [0.2, 0.4, 0.6].map((score, i) => laneRun("lora", { score, seed: 3 - i }));
    const [dot, ...others] = overSeeds(runs);
    expect(others).toEqual([]);
    expect(dot?.seeds).toEqual([1, 2, 3]);
    expect(dot?.score).toBeCloseTo(0.4);
    expect(dot?.deviation).toBeCloseTo(0.2);
  });

  it("leaves apart what differs in anything else, and what stopped", () => {
    const { lane } = laneRun("lora");
    const runs = [
      laneRun("lora"),
      laneRun("lora", { seed: 2, lane: { ...lane, learningRate: 0.5 } }),
      laneRun("lora", { seed: 3, lane: { ...lane, options: { ...lane.options, rank: 8 } } }),
      laneRun("lora", { seed: 4, lane: { ...lane, rateChanges: [{ step: 5, learningRate: 0.5 }] } }),
      laneRun("lora", { seed: 5, steps: 50 }),
      laneRun("lora", { seed: 6, stoppedAt: 7 }),
      laneRun("full", { seed: 7 }),
    ];
    const dots = overSeeds(runs);
    expect(dots.map(({ seeds }) => seeds)).toEqual([[1], [2], [3], [4], [5], [6], [7]]);
    expect(dots.every(({ deviation }) => deviation === null)).toBe(true);
  });
});
