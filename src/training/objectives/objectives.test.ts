import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { findBase } from "../../bases/index";
import { nodeCheckpoints, nodeEngineFiles } from "../../cli/node-files";
import { type Engine, startEngine } from "../../engine/engine";
import { findTask } from "../../tasks/index";
import { defaultLane } from "../default-race";
import { loadMaterials, type Materials } from "../materials";
import { Race } from "../race";
import type { LaneSpec, ObjectiveSpec } from "../race-spec";
import { exampleOf } from "./answers";
import { objectiveIds } from "./ids";

let engine: Engine;
let materials: Materials;
const load = (base: string, task: string): Promise<Materials> =>
  loadMaterials(findBase(base)!, findTask(task)!, "pretrained", nodeCheckpoints, () => {});
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
  materials = await load("toolbox-tiny", "past-tense");
});

const pairs = { pairs: 60 };
const objectives: Readonly<Record<string, ObjectiveSpec>> = {
  pairwise: { id: "pairwise", options: pairs },
  "pairwise of the mean": { id: "pairwise", options: { ...pairs, pool: "mean", prefer: "shorter" } },
  dpo: { id: "dpo", options: pairs },
  // This small base is never right: only by length do its answers differ.
  "policy-gradient": { id: "policy-gradient", options: { reward: "shorter" } },
  "policy-gradient with a moving baseline, two clipped steps on the same answers": {
    id: "policy-gradient",
    options: { reward: "shorter", baseline: "moving", epochs: 2, clip: 0.2 },
  },
};
const laneOf = (objective?: ObjectiveSpec): LaneSpec => ({
  ...defaultLane("lora"),
  learningRate: 0.003,
  ...(objective && { objective }),
});
function raceOf(lanes: readonly LaneSpec[], steps = 6, on = engine, from = materials): Race {
  const ids = { base: from.base.id, task: from.taskInfo.id, from: "pretrained" as const };
  return new Race(on, from, { ...ids, batch: 8, seed: 1, steps, lanes });
}
async function finish(race: Race): Promise<readonly number[]> {
  while (!race.finished) await race.advance();
  return (await race.readLosses()).flatMap(({ losses }) => losses);
}

describe.each(Object.entries(objectives))("%s", (_, objective) => {
  it("takes the same steps again, replayed to the bit, and leaves no tensors behind", async () => {
    const before = tf.memory().numTensors;
    const [race, computed] = [
      raceOf([laneOf(objective)]),
      raceOf([laneOf(objective)], 6, { ...engine, record: null }),
    ];
    const losses = await finish(race);
    expect(losses).toHaveLength(6);
    expect(new Set(losses).size).toBeGreaterThan(1);
    expect(race.session(0).unrecorded).toBeNull();
    expect(losses).toEqual(await finish(computed));
    race.dispose();
    computed.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it("goes on from a snapshot as if nothing had happened", async () => {
    const race = raceOf([laneOf(objective)]);
    for (let step = 0; step < 3; step++) await race.advance();
    const snapshot = await race.snapshot();
    const [, ...rest] = [await race.readLosses(), ...(await finish(race))];
    const other = raceOf([laneOf(objective)]);
    other.restore(snapshot);
    expect(await finish(other)).toEqual(rest);
    race.dispose();
    other.dispose();
  });

  it("says how it does on held-out data", async () => {
    const race = raceOf([laneOf(objective)]);
    await finish(race);
    const { series = {}, heldOutLoss, score } = await race.evaluate(0, true);
    expect(Object.keys(series)).not.toHaveLength(0);
    for (const value of [...Object.values(series), heldOutLoss, score])
      expect(value).toEqual(expect.any(Number));
    expect((await race.ask("walk"))[1]!.text).toEqual(expect.any(String));
    race.dispose();
  });
});

describe("what is learnt on a base that is sometimes right", () => {
  let able: Materials;
  beforeAll(async () => {
    able = await load("toolbox-micro", "past-tense");
  });
  const seriesAfter = async (objective: ObjectiveSpec, steps: number) => {
    const race = raceOf([laneOf(objective)], steps, engine, able);
    const before = (await race.evaluate(0, false)).series!;
    await finish(race);
    const after = (await race.evaluate(0, false)).series!;
    race.dispose();
    return { before, after };
  };

  it("a reward model tells right answers from wrong ones", async () => {
    const { before, after } = await seriesAfter(objectives.pairwise!, 60);
    expect(after.accuracy).toBeGreaterThan(Math.max(0.75, before.accuracy!));
  });

  it("dpo prefers what the annotator prefers, and answers better", async () => {
    const { before, after } = await seriesAfter(objectives.dpo!, 15);
    expect(before.margin).toBeCloseTo(0, 5);
    expect(after.accuracy).toBeGreaterThan(0.9);
    expect(after.reward).toBeGreaterThan(before.reward!);
  });

  it("a policy gradient finds reward, and a higher price for divergence keeps it nearer to the base", async () => {
    const lenient = await seriesAfter({ id: "policy-gradient", options: { beta: 0.02 } }, 40);
    const strict = await seriesAfter({ id: "policy-gradient", options: { beta: 5 } }, 40);
    expect(lenient.before.kl).toBeCloseTo(0, 4);
    expect(lenient.after.reward).toBeGreaterThan(lenient.before.reward! + 0.15);
    expect(strict.after.kl).toBeLessThan(lenient.after.kl! / 2);
  });
});

describe("lanes of a race", () => {
  it("share the labelled examples of a step, and draw none where nobody learns from them", async () => {
    const draw = vi.fn(materials.task.draw);
    const encode = vi.fn(materials.task.encode);
    const counting = { ...materials, task: { ...materials.task, draw, encode } };
    const race = raceOf([laneOf(), laneOf({ id: "cross-entropy", options: {} })], 6, engine, counting);
    const only = raceOf([laneOf(objectives["policy-gradient"])], 6, engine, counting);
    encode.mockClear();
    await race.advance();
    expect(encode).toHaveBeenCalledTimes(8);
    await only.advance();
    expect(encode).toHaveBeenCalledTimes(8);
    const [one, other] = await race.readLosses();
    expect(one!.losses).toEqual(other!.losses);
    race.dispose();
    only.dispose();
  });

  it("report rewards and divergences at every step, beside the losses", async () => {
    const race = raceOf([laneOf(), laneOf(objectives["policy-gradient"])]);
    while (!race.finished) await race.advance();
    const [plain, policy] = await race.readLosses();
    expect(plain!.series).toBeUndefined();
    expect(policy!.series!.reward).toHaveLength(6);
    expect(policy!.series!.kl![0]).toBeCloseTo(0, 4);
    race.dispose();
  });

  it("stop with a reason: the loss is NaN, or the answers diverge too far from the reference", async () => {
    const race = raceOf(
      [
        { ...laneOf(), learningRate: 1, method: "full", options: {} },
        {
          ...laneOf({ id: "policy-gradient", options: { mostKl: 0.01, beta: 0, reward: "shorter" } }),
          learningRate: 0.05,
        },
        laneOf(),
      ],
      12,
    );
    // It does not matter here why a loss is NaN, so set a variable to NaN.
    const broken = Object.values(race.session(0).variables)[0]!;
    tf.tidy(() => broken.assign(tf.fill(broken.shape, Number.NaN)));
    await finish(race);
    expect([0, 1, 2].map((lane) => race.stopped(lane)?.reason ?? null)).toEqual(["not-a-number", "kl", null]);
    expect(race.stopped(0)?.step).toBe(1);
    expect(race.stopped(1)?.step).toBeGreaterThan(0);
    expect(race.stopped(1)?.step).toBeLessThan(12);
    race.dispose();
  });

  it("that do not fit are refused in words, and leave nothing behind", async () => {
    const phrases = await load("phrases-micro", "sentiment");
    const before = tf.memory().numTensors;
    for (const id of objectiveIds.filter((id) => id !== "cross-entropy"))
      expect(() => raceOf([laneOf(), laneOf({ id, options: {} })], 6, engine, phrases)).toThrow("decoder");
    expect(() => raceOf([laneOf({ id: "dpo", options: { beta: -1 } })])).toThrow("beta");
    expect(tf.memory().numTensors).toBe(before);
  });
});

it("a prompt with the answer of the task is the task's own example", () => {
  const { task } = materials;
  for (const item of task.items("heldOut").slice(0, 20)) {
    const answer = [...task.tokenizer.encode(item.answer).ids, task.end];
    expect(exampleOf(task.prompt(item.input), answer, task.context)).toEqual(task.encode(item));
  }
});
