import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import shipped from "../../public/runs/claims/some-parameters.json";
import { raceFigures } from "../claims/figures";
import { parseLessonFigures } from "../claims/lesson-figures";
import { type Engine, startEngine } from "../engine/engine";
import { materialsFor } from "./materials-for";
import { measureRace } from "./measure-race";
import { nodeEngineFiles } from "./node-files";

/** The cheapest run that the lessons rest on, trained anew in full: its first seed must come out as it is shipped. */
const name = "tinyBitfit";

describe("the figures of the lessons", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine("wasm", nodeEngineFiles);
  });

  it("come out again", async () => {
    const run = raceFigures(parseLessonFigures(shipped), name)!;
    const materials = await materialsFor(run.spec, "");
    const again = await measureRace(engine, { materials: async () => materials }, run.spec, 1);
    // Six figures are kept.
    for (const name of ["trained", "kept", "share", "knownBefore"] as const)
      expect(Number(again.measures[name].mean.toPrecision(6)), name).toBe(run.measures[name].mean);
    expect(again.measures.firstLoss.mean).toBeCloseTo(run.measures.firstLoss.mean, 3);
    expect(again.curve.map(({ step }) => step)).toEqual(run.curve.map(({ step }) => step));
    for (const [i, { heldOutLoss }] of again.curve.entries())
      expect(Math.abs(heldOutLoss / run.curve[i]!.heldOutLoss - 1)).toBeLessThan(0.02);
    // The other seeds say about how much it is.
    for (const name of ["score", "heldOutLoss", "known"] as const)
      expect(Math.abs(again.measures[name].mean - run.measures[name].mean), name).toBeLessThan(0.03);
  });

  it("leave nothing in memory when a run breaks", async () => {
    const { spec } = raceFigures(parseLessonFigures(shipped), name)!;
    const materials = await materialsFor(spec, "");
    const draw = (): never => {
      throw new Error("no more items");
    };
    const before = tf.memory().numTensors;
    const broken = { ...materials, task: { ...materials.task, draw } };
    await expect(measureRace(engine, { materials: async () => broken }, spec, 1)).rejects.toThrow(
      "no more items",
    );
    expect(tf.memory().numTensors).toBe(before);
  });
});
