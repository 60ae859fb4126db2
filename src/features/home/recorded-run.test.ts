import { describe, expect, it } from "vitest";
import shipped from "../../../public/runs/home-race.json";
import { defaultRace } from "../../training/default-race";
import { parseRecordedRun, seriesUntil, tipAt } from "./recorded-run";

const lane = {
  trained: 10,
  kept: 10,
  steps: [1, 2, 3, 4],
  loss: [4, 3, 2, 1],
  evaluations: [
    { step: 0, heldOutLoss: 4, score: 0 },
    { step: 4, heldOutLoss: 2, score: 0.5 },
  ],
};
const run = {
  spec: {
    base: "toolbox-micro",
    from: "pretrained",
    task: "past-tense",
    lanes: [{ method: "lora", options: { rank: 4, targets: ["attention.query"] }, learningRate: 0.01 }],
    batch: 32,
    steps: 4,
    seed: 1,
  },
  made: { command: "npm run experiment", date: "2026-11-23", backend: { name: "wasm", fused: true } },
  total: 100,
  lanes: [lane],
};

describe("parseRecordedRun", () => {
  it("takes a run as it is", () => {
    expect(parseRecordedRun(run)).toEqual(run);
  });

  it("refuses a run whose lanes do not match its spec", () => {
    expect(() => parseRecordedRun({ ...run, lanes: [] })).toThrow("one recording a lane");
    expect(() => parseRecordedRun({ ...run, spec: undefined })).toThrow();
  });
});

describe("seriesUntil", () => {
  it("shows nothing that comes later", () => {
    expect(seriesUntil(lane, 0)).toEqual({
      steps: [],
      losses: [],
      evaluations: [{ step: 0, heldOutLoss: 4, score: 0, examples: [], probes: [] }],
    });
  });

  it("shows nothing that was not measured", () => {
    const series = seriesUntil(lane, 3.5);
    expect(series.losses).toEqual([4, 3, 2]);
    expect(series.evaluations.map(({ step }) => step)).toEqual([0]);
  });

  it("ends with what was measured", () => {
    expect(seriesUntil(lane, 4).evaluations.map(({ step, score }) => [step, score])).toEqual([
      [0, 0],
      [4, 0.5],
    ]);
  });
});

describe("tipAt", () => {
  it("is part of the way to the next evaluation", () => {
    expect(tipAt(lane, 3)).toEqual({ x: 3, y: 2.5 });
  });

  it("is nowhere where something was measured, nor after the end", () => {
    expect([0, 4, 5].map((step) => tipAt(lane, step))).toEqual([undefined, undefined, undefined]);
  });
});

it("the run that is shipped is of the race that the playground opens with, every option in it", () => {
  expect(parseRecordedRun(shipped).spec).toEqual(defaultRace());
});
