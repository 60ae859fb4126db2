import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { findBase } from "../bases/index";
import { nodeCheckpoints, nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { findTask } from "../tasks/index";
import { InputError } from "../tasks/task";
import { defaultLane } from "./default-race";
import { loadMaterials, type Materials } from "./materials";
import type { MergeCheck } from "./merge-check";
import type { PromptWords } from "./prompt-words";
import { Race } from "./race";
import type { WeightChange } from "./weight-change";
import type { WholeModel } from "./whole-model";
import type { NextToken } from "./write-on";

const lanes = ["full", "lora", "adapter", "prompt-tuning", "p-tuning"];
const query = "blocks.0.attention.query";
let engine: Engine;
let materials: Materials;
let race: Race;

beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
  const [base, task] = [findBase("toolbox-tiny")!, findTask("past-tense")!];
  materials = await loadMaterials(base, task, "pretrained", nodeCheckpoints, () => {});
  const spec = { base: base.id, from: "pretrained" as const, task: task.id, batch: 8, steps: 30, seed: 1 };
  race = new Race(engine, materials, { ...spec, lanes: lanes.map((id) => defaultLane(id)) });
  while (!race.finished) await race.advance();
  await race.readLosses();
});

const of = async <T>(lane: string, question: Parameters<Race["examine"]>[1]): Promise<T> =>
  (await race.examine(lanes.indexOf(lane), question)) as T;

describe("merging", () => {
  it("changes logits by rounding only, and no answer", async () => {
    const check = await of<MergeCheck>("lora", { kind: "merge" });
    expect(check.difference).toBeLessThan(1e-4);
    expect(check.largestLogit).toBeGreaterThan(1);
    expect(check.same).toBe(check.positions);
    expect(check.milliseconds.merged).toBeGreaterThan(0);
    expect([check.step, check.items]).toEqual([30, 32]);
  });

  it("is not to be had for a bottleneck, and leaves no tensor behind", async () => {
    expect(await of("adapter", { kind: "merge" })).toBeNull();
    const before = tf.memory().numTensors;
    await of("lora", { kind: "merge" });
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("merging a reward model", () => {
  it("compares the answers of the base's own head, with the adapter and without", async () => {
    const reward = { ...defaultLane("lora"), objective: { id: "pairwise", options: { pairs: 20 } } } as const;
    const spec = { base: "toolbox-tiny", from: "pretrained", task: "past-tense", steps: 3, seed: 1 } as const;
    const rewarded = new Race(engine, materials, { ...spec, batch: 4, lanes: [reward] });
    while (!rewarded.finished) await rewarded.advance();
    expect((await rewarded.evaluate(0, false)).isOfObjective).toBe(true);
    expect((await rewarded.evaluate(-1, false)).isOfObjective).toBeUndefined();
    const check = (await rewarded.examine(0, { kind: "merge" })) as MergeCheck;
    expect(check.difference).toBeLessThan(1e-4);
    expect(check.same).toBe(check.positions);
    rewarded.dispose();
  });
});

describe("the change of a matrix", () => {
  it("has at most r singular values under LoRA, and more under full fine-tuning", async () => {
    const [lora, full] = [
      await of<WeightChange>("lora", { kind: "weight-change", matrix: query }),
      await of<WeightChange>("full", { kind: "weight-change", matrix: query }),
    ];
    const above = ({ singularValues }: WeightChange): number =>
      singularValues.filter((value) => value > 1e-4 * singularValues[0]!).length;
    expect(above(lora)).toBe(4);
    expect(above(full)).toBeGreaterThan(8);
    const squares = full.singularValues.reduce((sum, value) => sum + value * value, 0);
    expect(Math.sqrt(squares)).toBeCloseTo(full.norm, 4);
  });

  it("is none where a method does not touch the matrix, and unknown for an unmergeable method", async () => {
    const untouched = await of<WeightChange>("lora", { kind: "weight-change", matrix: "blocks.0.mlp.up" });
    expect(untouched.norm).toBe(0);
    expect(await of("adapter", { kind: "weight-change", matrix: query })).toBeNull();
  });
});

describe("a lane whose weights are no longer numbers", () => {
  it("is not measured, and holds up nothing", async () => {
    const broken = { ...defaultLane("full"), learningRate: 1e30 };
    const lost = new Race(engine, materials, { ...race.spec, lanes: [broken] });
    for (let i = 0; i < 4; i++) await lost.advance();
    await lost.readLosses();
    expect(lost.stopped(0)).not.toBeNull();
    expect(await lost.examine(0, { kind: "merge" })).toBeNull();
    expect(await lost.examine(0, { kind: "weight-change", matrix: query })).toBeNull();
    lost.dispose();
  });
});

describe("the translator of soft prompts", () => {
  it("finds the words a prompt started from, before it has moved", async () => {
    const fresh = new Race(engine, materials, { ...race.spec, lanes: [defaultLane("prompt-tuning")] });
    const { words } = (await fresh.examine(0, { kind: "prompt-words" })) as PromptWords;
    expect(words).toHaveLength(8);
    for (const { nearest } of words) expect(nearest[0]!.cosine).toBeCloseTo(1, 5);
    fresh.dispose();
  });

  it("reads the prompts that a network writes, too, and none where there are none", async () => {
    const written = await of<PromptWords>("p-tuning", { kind: "prompt-words" });
    expect(written.words).toHaveLength(8);
    expect(written.usualNorm).toBeGreaterThan(0);
    expect(await of("lora", { kind: "prompt-words" })).toBeNull();
  });
});

describe("writing on", () => {
  const ask = (lane: string, strength: number, written: number[] = []) =>
    of<NextToken>(lane, { kind: "write-on", input: "walk", written, strength });

  it("at strength 0 is the base, at 1 the adapter, and in between neither", async () => {
    const base = (await race.examine(-1, {
      kind: "write-on",
      input: "walk",
      written: [],
      strength: 1,
    })) as NextToken;
    const chance = ({ choices }: NextToken, id: number): number =>
      choices.find((choice) => choice.id === id)?.chance ?? 0;
    const first = base.choices[0]!.id;
    const [off, half, on] = [await ask("full", 0), await ask("full", 0.5), await ask("full", 1)];
    expect(chance(off, first)).toBeCloseTo(chance(base, first), 6);
    expect(chance(half, first)).not.toBeCloseTo(chance(on, first), 4);
    expect([on.scalable, (await ask("prompt-tuning", 1)).scalable]).toEqual([true, false]);
  });

  it("goes on from what was written and says when it ends", async () => {
    const written: number[] = [];
    let next = await ask("full", 1);
    while (!next.ended && written.length < 40) {
      written.push(next.choices[0]!.id);
      next = await ask("full", 1, written);
    }
    expect(next.ended).toBe(true);
  });

  it("refuses what cannot be asked", async () => {
    await expect(of("lora", { kind: "write-on", input: "汉字", written: [], strength: 1 })).rejects.toThrow(
      InputError,
    );
  });
});

describe("a whole model", () => {
  it("is the base and what the lane adds to it, with a question and the lane's answer", async () => {
    const whole = await of<WholeModel>("lora", { kind: "whole-model", merged: false });
    expect(whole.parameters).toEqual(materials.params);
    expect(Object.keys(whole.adapter)).toContain(`${query}.lora_A`);
    expect([whole.step, whole.unit, whole.end, whole.classes]).toEqual([30, "character", 2, []]);
    expect(whole.tokens).toBe(materials.task.tokenizer.vocabulary);
    expect(whole.example.prompt).toMatch(/^\?[a-z]+=$/);
    const input = whole.example.prompt.slice(1, -1);
    expect(whole.example.answer).toBe((await race.ask(input))[1 + lanes.indexOf("lora")]!.text);
  });

  it("or both merged, where that can be, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const whole = await of<WholeModel>("lora", { kind: "whole-model", merged: true });
    expect(whole.adapter).toEqual({});
    const { data } = whole.parameters[`${query}.weight`]!;
    expect(data).not.toEqual(materials.params[`${query}.weight`]!.data);
    expect(whole.parameters["norm.weight"]).toEqual(materials.params["norm.weight"]);
    expect(await of("adapter", { kind: "whole-model", merged: true })).toBeNull();
    expect(tf.memory().numTensors).toBe(before);
  });

  it("of the base alone is not asked for", async () => {
    expect(await race.examine(-1, { kind: "whole-model", merged: false })).toBeNull();
  });

  it("has no answer from a lane that took a step meanwhile, but parameters of one step", async () => {
    const other = new Race(engine, materials, { ...race.spec, lanes: [defaultLane("lora")] });
    await other.advance();
    const asked = other.examine(0, { kind: "whole-model", merged: false }) as Promise<WholeModel>;
    await other.advance();
    const whole = await asked;
    expect([whole.step, whole.example.answer]).toEqual([1, null]);
    const again = new Race(engine, materials, other.spec);
    await again.advance();
    const still = (await again.examine(0, { kind: "whole-model", merged: false })) as WholeModel;
    expect(whole.adapter).toEqual(still.adapter);
    other.dispose();
    again.dispose();
  });
});
