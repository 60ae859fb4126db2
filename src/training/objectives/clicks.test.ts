import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { findBase } from "../../bases/index";
import { nodeCheckpoints, nodeEngineFiles } from "../../cli/node-files";
import { type Engine, startEngine } from "../../engine/engine";
import { mean } from "../../lib/mean";
import { findTask } from "../../tasks/index";
import { splitSentence } from "../../tasks/sentences/sentence-language";
import { goldOf } from "../../tasks/sentences/tastes";
import { defaultLane } from "../default-race";
import { loadMaterials, type Materials } from "../materials";
import type { BestOf, HeadRewards, KnownPreferences } from "../preferences/findings";
import { noPreferences, type PreferenceSpec } from "../preferences/preference-spec";
import { Race } from "../race";
import type { ObjectiveSpec } from "../race-spec";
import type { SampledAnswer } from "../sampled-answers";

let engine: Engine;
let materials: Materials;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
  const [base, task] = [findBase("sentences-micro")!, findTask("sentences")!];
  materials = await loadMaterials(base, task, "pretrained", nodeCheckpoints, () => {});
});

const dogs: PreferenceSpec = { ...noPreferences, reader: { taste: "dog", pairs: 32, noise: 0.1 } };
const reinforce = (options: object = {}): ObjectiveSpec => ({
  id: "policy-gradient",
  options: { reward: "clicks", ...options },
});
const dpo: ObjectiveSpec = { id: "dpo", options: { prefer: "clicks" } };
/** It samples nothing to train on, so only a measurement finds it too far from the base. */
const dpoOnAShortLeash: ObjectiveSpec = { ...dpo, options: { ...dpo.options, mostKl: 0.01 } };

function raceOf(objective: ObjectiveSpec, preferences: PreferenceSpec, steps: number, batch = 32): Race {
  const lane = { ...defaultLane("full", "sentences-micro"), learningRate: 5e-4, objective };
  const ids = { base: "sentences-micro", task: "sentences", from: "pretrained" } as const;
  return new Race(engine, materials, { ...ids, preferences, lanes: [lane], batch, steps, seed: 1 });
}
async function seriesOf(race: Race): Promise<Readonly<Record<string, number>>> {
  return (await race.evaluate(0, false)).series!;
}
async function finish(race: Race): Promise<void> {
  while (!race.finished && !race.stopped(0)) await race.advance();
  await race.readLosses();
}

describe("a race that learns from clicks", () => {
  it("starts where its reader likes the base: on average, neither better nor worse", async () => {
    const race = raceOf(reinforce(), dogs, 1);
    const { reward, gold, kl, variety } = await seriesOf(race);
    for (const value of [reward, gold]) expect(Math.abs(value!)).toBeLessThan(0.5);
    expect(kl).toBeCloseTo(0, 4);
    expect(variety).toBeGreaterThan(0.9);
    race.dispose();
  });

  it.each([
    ["REINFORCE", reinforce(), 16, undefined],
    ["DPO, which stops where it is found too far from the base", dpoOnAShortLeash, 20, "kl"],
  ])(
    "writes what the reader likes, though it never sees the reader's own score: %s",
    async (_, objective, steps, stopReason) => {
      const race = raceOf(objective, dogs, steps);
      const before = await seriesOf(race);
      await finish(race);
      expect(race.stopped(0)).toBeNull();
      const after = await seriesOf(race);
      expect(race.stopped(0)?.reason).toBe(stopReason);
      expect(after.reward).toBeGreaterThan(before.reward! + 0.2);
      expect(after.gold).toBeGreaterThan(before.gold! + 0.2);
      race.dispose();
    },
  );

  it("stops where it says the same again and again", async () => {
    const race = raceOf(reinforce({ leastVariety: 1 }), dogs, 40);
    await finish(race);
    // With 32 answers a step, two of them are the same soon.
    expect(race.stopped(0)?.reason).toBe("collapse");
    race.dispose();
  });

  it("tells which clicks it learned from: nine in ten as the reader meant them", async () => {
    const race = raceOf(reinforce(), { ...dogs, reader: { taste: "dog", pairs: 100, noise: 0.1 } }, 1);
    const { clicks, heldOut } = (await race.examine(-1, { kind: "preferences" })) as KnownPreferences;
    const { sentences } = materials.task;
    const isRight = ({ better, worse }: (typeof clicks)[number]): number =>
      goldOf(sentences!, "dog", splitSentence(better)) > goldOf(sentences!, "dog", splitSentence(worse))
        ? 1
        : 0;
    expect(clicks).toHaveLength(100);
    expect(mean(clicks.map(isRight))).toBeGreaterThan(0.7);
    expect(mean(clicks.map(isRight))).toBeLessThan(1);
    expect(mean(heldOut.map(isRight))).toBe(1);
    race.dispose();
  });

  it("shows its sentences token by token, with the same probabilities before the first step", async () => {
    const race = raceOf(reinforce(), dogs, 4);
    const ask = async (lane: number): Promise<readonly SampledAnswer[]> =>
      (await race.examine(lane, { kind: "samples", count: 3, seed: 1 })) as readonly SampledAnswer[];
    const [before, base] = [await ask(0), await ask(-1)];
    expect(before).toEqual(base);
    for (const { tokens, hasEnded } of before) {
      expect(hasEnded).toBe(true);
      for (const { logProb, before: was } of tokens) expect(logProb).toBeCloseTo(was, 4);
    }
    await finish(race);
    const moved = (await ask(0)).flatMap(({ tokens }) => tokens.map((one) => one.logProb - one.before));
    expect(Math.max(...moved.map(Math.abs))).toBeGreaterThan(1e-3);
    race.dispose();
  });

  it("learns the reward with a scalar head where it is asked to, which reads the order of the words", async () => {
    const before = tf.memory().numTensors;
    const race = raceOf(reinforce(), { ...dogs, rewardModel: "head" }, 1);
    const sentences = ["the dog was good", "good was dog the", "the film was good"];
    const rewards = (await race.examine(-1, { kind: "rewards", sentences })) as readonly number[];
    expect(rewards[0]).toBeGreaterThan(rewards[2]! + 0.5);
    expect(Math.abs(rewards[0]! - rewards[1]!)).toBeGreaterThan(0.05);
    race.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it("trains a scalar head step by step on any clicks, and cannot take steps back", async () => {
    const race = raceOf(reinforce(), noPreferences, 1);
    const click = { better: "the dog was good", worse: "the film was good" };
    const ask = async (steps: number) =>
      (await race.examine(-1, {
        kind: "reward-head",
        clicks: [click],
        steps,
        sentences: [click.better, click.worse],
      })) as HeadRewards;
    const [first, then, back] = [await ask(2), await ask(6), await ask(4)];
    expect([first.step, then.step, back.step]).toEqual([2, 6, 6]);
    expect(back).toEqual(then);
    expect(then.rewards[0]! - then.rewards[1]!).toBeGreaterThan(first.rewards[0]! - first.rewards[1]!);
    race.dispose();
  });

  it("knows what the best of n sentences would get, without training", async () => {
    const race = raceOf(reinforce(), dogs, 1);
    const found = (await race.examine(-1, { kind: "best-of", n: [1, 8] })) as readonly BestOf[];
    expect(found.map(({ n }) => n)).toEqual([1, 8]);
    expect(found[0]!.kl).toBe(0);
    expect(found[1]!.reward).toBeGreaterThan(found[0]!.reward + 0.5);
    expect(found[1]!.gold).toBeGreaterThan(found[0]!.gold! + 0.3);
    race.dispose();
  });

  it("is refused where there is nothing to learn from", async () => {
    const { preferences: _, ...rest } = raceOf(reinforce(), noPreferences, 1).spec;
    expect(() => new Race(engine, materials, rest)).toThrow("there are none");
    const race = raceOf(dpo, noPreferences, 1);
    await expect(race.advance()).rejects.toThrow("there are none");
    race.dispose();
  });
});
