import { beforeAll, expect, it } from "vitest";
import { type Engine, startEngine } from "../engine/engine";
import { findMethod } from "../methods/index";
import { defaultLane } from "../training/default-race";
import { formatResult } from "./format-experiment";
import { materialsFor } from "./materials-for";
import { nodeEngineFiles } from "./node-files";
import { type ExperimentResult, type ExperimentSpec, runExperiment } from "./run-experiment";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

async function run(objective?: ExperimentSpec["objective"]): Promise<ExperimentResult> {
  const materials = await materialsFor({ base: "toolbox-tiny", task: "past-tense", from: "pretrained" }, "");
  return runExperiment(engine, materials, {
    method: findMethod("lora")!,
    options: defaultLane("lora").options,
    ...(objective && { objective }),
    learningRate: 0.02,
    batch: 4,
    steps: 10,
    firstSeed: 1,
    seeds: 1,
  });
}

it("reports the series of an objective: at every step, and on held-out data from before the first step on", async () => {
  const result = await run({ id: "policy-gradient", options: { reward: "shorter" } });
  const [seed] = result.seeds;
  expect(result.unrecorded).toBeNull();
  expect(seed!.trainingSeries!.reward).toHaveLength(10);
  const { steps, values } = seed!.series!;
  expect([steps[0], steps.at(-1)]).toEqual([0, 10]);
  expect(values.kl).toHaveLength(steps.length);
  expect(values.kl![0]).toBeCloseTo(0, 4);
  expect(formatResult(result)).toMatch(/^objective +policy-gradient reward=shorter$/m);
  expect(formatResult(result)).toMatch(/^kl +-?0\.000/m);
});

it("says after which step a lane ended early, and why", async () => {
  const result = await run({ id: "policy-gradient", options: { reward: "shorter", mostKl: 1e-6 } });
  const { stopped, trainingLoss } = result.seeds[0]!;
  expect(stopped!.reason).toBe("kl");
  expect(trainingLoss).toHaveLength(stopped!.step);
  expect(formatResult(result)).toContain(`after step ${stopped!.step}: kl`);
});

it("says nothing of objectives where none was asked for", async () => {
  const result = await run();
  expect(result).not.toHaveProperty("objective");
  expect(result.seeds[0]).not.toHaveProperty("series");
  expect(formatResult(result)).not.toContain("objective");
});
