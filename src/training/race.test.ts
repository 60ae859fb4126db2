import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { findBase } from "../bases/index";
import { nodeCheckpoints, nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { findTask } from "../tasks/index";
import { defaultLane } from "./default-race";
import { loadMaterials, type Materials } from "./materials";
import { Race } from "./race";
import type { LaneSpec } from "./race-spec";

let engine: Engine;
let materials: Materials;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
  materials = await loadMaterials(
    findBase("toolbox-nano")!,
    findTask("past-tense")!,
    "untrained",
    nodeCheckpoints,
    () => {},
  );
});

const raceSpec = {
  base: "toolbox-nano",
  from: "untrained",
  task: "past-tense",
  batch: 4,
  steps: 8,
  seed: 1,
} as const;
const raceOf = (lane: LaneSpec): Race => new Race(engine, materials, { ...raceSpec, lanes: [lane] });
const lossesOf = async (race: Race, steps: number): Promise<readonly number[]> => {
  for (let i = 0; i < steps; i++) await race.advance();
  return (await race.readLosses()).flatMap(({ losses }) => losses);
};
const lora: LaneSpec = { ...defaultLane("lora"), learningRate: 0.01 };

it("replays the changes of a rate at the steps they were made", async () => {
  const race = raceOf(lora);
  const seen = [...(await lossesOf(race, 2))];
  race.setLearningRate(0, 0.5);
  race.setLearningRate(0, 0.3);
  seen.push(...(await lossesOf(race, 3)));
  const changed = race.setLearningRate(0, 0.001);
  seen.push(...(await lossesOf(race, 3)));
  expect(changed).toEqual({
    ...lora,
    rateChanges: [
      { step: 2, learningRate: 0.3 },
      { step: 5, learningRate: 0.001 },
    ],
  });
  expect(await lossesOf(raceOf(changed), 8)).toEqual(seen);
  expect(await lossesOf(raceOf(lora), 8)).not.toEqual(seen);
});

it("takes a rate chosen before the first step or after the last as the one to begin with", async () => {
  const changed = { ...lora, rateChanges: [{ step: 2, learningRate: 0.3 }] };
  const race = raceOf(changed);
  expect(race.setLearningRate(0, 0.02)).toEqual({ ...lora, learningRate: 0.02 });
  for (let i = 0; i < 8; i++) await race.advance();
  expect(race.setLearningRate(0, 0.04)).toEqual({ ...lora, learningRate: 0.04 });
});

it("drops the changes noted for later when a replayed rate is changed again, and notes none that changes nothing", async () => {
  const changed = {
    ...lora,
    rateChanges: [
      { step: 1, learningRate: 0.3 },
      { step: 4, learningRate: 0.2 },
    ],
  };
  const race = raceOf(changed);
  await race.advance();
  await race.advance();
  const former = changed.rateChanges.slice(0, 1);
  expect(race.setLearningRate(0, 0.1).rateChanges).toEqual([...former, { step: 2, learningRate: 0.1 }]);
  expect(race.setLearningRate(0, 0.3).rateChanges).toEqual(former);
});

it.each([
  ["has an option out of range", { ...lora, options: { ...lora.options, rank: 1000 } }, "rank"],
  [
    "has an objective with such an option",
    { ...lora, objective: { id: "dpo", options: { beta: 99 } } },
    "beta",
  ],
] as const)("leaves no tensor behind where its last lane %s", (_, lane, message) => {
  const before = tf.memory().numTensors;
  const open = () => new Race(engine, materials, { ...raceSpec, lanes: [lora, defaultLane("full"), lane] });
  expect(open).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});
