import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { findBase } from "../bases/index";
import { nodeCheckpoints, nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { findTask } from "../tasks/index";
import { InputError } from "../tasks/task";
import { type DescentFinding, descend } from "./descent";
import { measure } from "./evaluate";
import { toModel } from "./load-base";
import { loadMaterials, type Materials } from "./materials";

let engine: Engine;
let materials: Materials;

beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
  const [base, task] = [findBase("toolbox-micro")!, findTask("past-tense")!];
  materials = await loadMaterials(base, task, "pretrained", nodeCheckpoints, () => {});
});

const item = { input: "walk", answer: "walked" };

/** The same with a parameter changed by so much. */
function subject(changed = "", at = 0, by = 0) {
  const { base, params } = materials;
  const moved = Object.entries(params).map(([name, tensor]) => {
    const data = Float32Array.from(tensor.data);
    if (name === changed) data[at]! += by;
    return [name, { ...tensor, data }] as const;
  });
  return { ops: engine.ops, model: toModel(base.config, Object.fromEntries(moved)), edits: {} };
}

const lossOf = async (one: ReturnType<typeof subject>): Promise<number> =>
  (await measure(one, [materials.task.encode(item)])).loss;

it("reports the loss as it is measured, and the probabilities that it is made of", async () => {
  const asked = { ...item, steps: 0, rates: [0], beside: [item] };
  const { prompt, byRate, largest } = await descend(subject(), materials.task, asked);
  expect(prompt.map(({ text }) => text)).toEqual([..."?walk="]);
  const { losses, tokens, beside } = byRate[0]!;
  expect(beside).toEqual(losses);
  expect(losses[0]).toBeCloseTo(await lossOf(subject()), 4);
  expect(tokens.map(({ text }) => text).join("")).toBe("walked.");
  const mean = tokens.reduce((sum, { chance }) => sum - Math.log(chance), 0) / tokens.length;
  expect(mean).toBeCloseTo(losses[0]!, 4);
  expect(largest).toEqual([]);
});

it("has the gradient that finite differences give, and frees every tensor", async () => {
  const own = subject();
  const before = tf.memory().numTensors;
  const rates = [0.0001, 0.001, 0.1];
  const found: DescentFinding = await descend(own, materials.task, { ...item, steps: 2, rates });
  expect(tf.memory().numTensors).toBe(before);
  const { name, value, gradient } = found.largest[0]!;
  const [, tensor = "", row = "", column = ""] = /^(.*)\[(\d+)(?:, (\d+))?\]$/.exec(name) ?? [];
  const columns = materials.params[tensor]!.shape[1] ?? 1;
  const at = column === "" ? Number(row) : Number(row) * columns + Number(column);
  expect(materials.params[tensor]!.data[at]).toBeCloseTo(value, 5);
  const by = 0.01;
  const [more, less] = [await lossOf(subject(tensor, at, by)), await lossOf(subject(tensor, at, -by))];
  expect((more - less) / (2 * by)).toBeCloseTo(gradient, 1);
  // A small step helps a little, a larger one more, a huge one does harm.
  const after = found.byRate.map(({ losses }) => losses[1]!);
  expect(after[0]).toBeLessThan(found.byRate[0]!.losses[0]!);
  expect(after[1]).toBeLessThan(after[0]!);
  expect(after[2]).toBeGreaterThan(found.byRate[0]!.losses[0]!);
  expect(found.byRate[1]!.losses).toHaveLength(3);
});

it("refuses an input that cannot be asked", async () => {
  const asked = { input: "=", answer: "x", steps: 0, rates: [0] };
  await expect(descend(subject(), materials.task, asked)).rejects.toBeInstanceOf(InputError);
});
