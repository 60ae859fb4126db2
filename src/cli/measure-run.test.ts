import { beforeAll, describe, expect, it } from "vitest";
import shipped from "../../public/runs/claims/some-parameters.json";
import { parseLessonFigures } from "../claims/lesson-figures";
import { type Engine, startEngine } from "../engine/engine";
import { materialsFor } from "./materials-for";
import { measureRun } from "./measure-run";
import { nodeEngineFiles } from "./node-files";

/** The cheapest run that the lessons rest on, trained anew in full: its first seed must come out as it is shipped. */
const name = "tinyBitfit";

describe("the figures of the lessons", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine("wasm", nodeEngineFiles);
  });

  it("come out again", async () => {
    const run = parseLessonFigures(shipped).runs[name]!;
    const materials = await materialsFor(run.spec, "");
    const again = await measureRun(engine, materials, run.spec, 1);
    expect(again.measures.trained.mean).toBe(run.measures.trained.mean);
    expect(again.measures.firstLoss.mean).toBeCloseTo(run.measures.firstLoss.mean, 3);
    expect(again.curve.map(({ step }) => step)).toEqual(run.curve.map(({ step }) => step));
    for (const [i, { heldOutLoss }] of again.curve.entries())
      expect(Math.abs(heldOutLoss / run.curve[i]!.heldOutLoss - 1)).toBeLessThan(0.02);
  });
});
