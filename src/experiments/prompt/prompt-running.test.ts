import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { materialsFor } from "../../cli/materials-for";
import { nodeEngineFiles } from "../../cli/node-files";
import { type Engine, startEngine } from "../../engine/engine";
import { wilsonBand } from "../../lib/wilson";
import type { Materials } from "../../training/materials";
import { otherModels } from "./asked-model";
import type { PromptEvent } from "./prompt-progress";
import { PromptRunning, promptStart } from "./prompt-running";
import type { PromptSpec, PromptVariant } from "./prompt-spec";
import { promptSpec, variant } from "./test-task";
import { vote } from "./vote";

const load = (spec: PromptSpec): Promise<Materials> =>
  materialsFor({ ...spec, task: spec.task.id, others: otherModels(spec) }, "");

/** "?": the tag of every tuning task, which the base never saw. "A": the one it was trained on. */
const tags = [variant({}), variant({ trigger: "A" })];
const tagSpec = promptSpec({ base: "toolbox-nano", variants: tags, items: 96 });

describe("a prompt experiment", () => {
  let engine: Engine;
  let nano: Materials;
  beforeAll(async () => {
    engine = await startEngine("wasm", nodeEngineFiles);
    nano = await load(tagSpec);
  });

  const open = (spec: PromptSpec, materials = nano, from = promptStart(spec)) => {
    const events: PromptEvent[] = [];
    const running = new PromptRunning(engine, materials, from, (event) => events.push(event));
    const scores = () => running.saved.scores.map(({ right, of }) => [right, of]);
    return { running, events, scores };
  };
  const runToEnd = async (spec: PromptSpec, materials = nano) => {
    const opened = open(spec, materials);
    const info = await opened.running.info();
    while (!opened.running.isFinished) await opened.running.advance();
    await opened.running.report("full");
    opened.running.dispose();
    return { ...opened, info };
  };

  it("finds a skill of the base under the tag it was trained with, and less of it under one it never saw", async () => {
    const spec: PromptSpec = { ...tagSpec, base: "toolbox-micro" };
    const { events, info } = await runToEnd(spec, await load(spec));
    const [unseen, trained] = events.slice(-2);
    expect(info.questions).toBe(96);
    expect(info.chance).toBeCloseTo(1 / 96);
    expect(info.prompts[1]).toBe(info.prompts[0]!.replace("?", "A"));
    for (const event of [unseen!, trained!]) {
      expect(event.of).toBe(96);
      expect(event.band).toEqual(wilsonBand(event.right, 96));
      expect(event.examples?.length).toBe(8);
    }
    expect(trained!.right / 96).toBeGreaterThan(0.9);
    expect(unseen!.band.high).toBeLessThan(trained!.band.low);
    const right = trained!.examples!.filter(({ score }) => score === 1);
    expect(right.length).toBeGreaterThan(0);
    for (const { answer, expected } of right) expect(answer).toBe(expected);
  });

  it("asks another base where a variant names one, as if that one were asked alone", async () => {
    const micro = { base: "toolbox-micro", from: "pretrained" } as const;
    const [, tag] = tags as [PromptVariant, PromptVariant];
    const both: PromptSpec = { ...tagSpec, variants: [tag, { ...tag, model: micro }], items: 32 };
    const alone: PromptSpec = { ...both, ...micro, variants: [tag] };
    const before = tf.memory().numTensors;
    const asked = (await runToEnd(both, await load(both))).running.saved.scores;
    expect(tf.memory().numTensors).toBe(before);
    const [own] = (await runToEnd(alone, await load(alone))).running.saved.scores;
    expect(asked[1]).toEqual(own);
    expect(asked[0]!.scores).not.toEqual(own!.scores);
  });

  it("looks at a prompt with the model of a variant, and with no model that none of them asks", async () => {
    const micro = { base: "toolbox-micro", from: "pretrained" } as const;
    const both: PromptSpec = { ...tagSpec, variants: [{ ...tags[0]!, model: micro }], items: 1 };
    const alone: PromptSpec = { ...both, ...micro, variants: [tags[0]!] };
    const one = open(both, await load(both)).running;
    const other = open(alone, await load(alone)).running;
    const next = { kind: "next", prompt: "walk" } as const;
    const [own, asked, expected] = [
      await one.look(next),
      await one.look({ ...next, model: micro }),
      await other.look(next),
    ];
    expect(asked).toEqual(expected);
    expect(own).not.toEqual(expected);
    await expect(other.look({ ...next, model: { ...micro, from: "untrained" } })).rejects.toThrow(RangeError);
    one.dispose();
    other.dispose();
  });

  it("goes round the variants, some questions at a time, and tells what is new", async () => {
    const { running, events, scores } = open({ ...tagSpec, items: 40 });
    const before = tf.memory().numTensors;
    const seen: unknown[] = [];
    while (!running.isFinished) {
      await running.advance();
      await running.report("new");
      seen.push(scores().map(([, of]) => of));
    }
    expect(seen).toEqual([
      [32, 0],
      [32, 32],
      [40, 32],
      [40, 40],
    ]);
    expect(events.map(({ variant, of, examples }) => [variant, of, examples?.length])).toEqual([
      [0, 32, 8],
      [1, 32, 8],
      [0, 40, undefined],
      [1, 40, undefined],
    ]);
    expect(tf.memory().numTensors).toBe(before);
    running.dispose();
  });

  it("gives the same answers for the same seed, sampled ones too, and goes on from where it was", async () => {
    const sampled = variant({ trigger: "A", decode: { temperature: 1, samples: 3 } });
    const spec = {
      ...tagSpec,
      items: 40,
      variants: [sampled, variant({ ...sampled, decode: { ...sampled.decode, vote: true } })],
    };
    const whole = await runToEnd(spec);
    const again = await runToEnd(spec);
    expect(again.events).toEqual(whole.events);

    const first = open(spec);
    await first.running.advance();
    const { running } = open(spec, nano, structuredClone(await first.running.snapshot()));
    first.running.dispose();
    while (!running.isFinished) await running.advance();
    expect(running.saved.scores).toEqual(whole.running.saved.scores);
    running.dispose();

    const other = await runToEnd({ ...spec, seed: 2 });
    expect(other.scores()).not.toEqual(whole.scores());
  });

  it("counts each sample as its share, or the commonest of them", async () => {
    const decode = { temperature: 1.5, samples: 5 };
    const { running } = await runToEnd({
      ...tagSpec,
      items: 32,
      variants: [
        variant({ trigger: "A", decode }),
        variant({ trigger: "A", decode: { ...decode, vote: true } }),
      ],
    });
    const [shares, votes] = running.saved.scores.map(({ examples }) => examples);
    for (const { samples, expected, score } of shares!) {
      expect(samples).toHaveLength(5);
      expect(score).toBeCloseTo(samples.filter((sample) => sample === expected).length / 5);
    }
    // The same samples, judged otherwise.
    expect(votes!.map(({ samples }) => samples)).toEqual(shares!.map(({ samples }) => samples));
    for (const { answer, expected, score } of votes!) expect(score).toBe(answer === expected ? 1 : 0);
    for (const { samples, answer } of votes!) expect(answer).toBe(vote(samples));
    // Some votes are against the first answer.
    expect(votes!.some(({ samples, answer }) => answer !== samples[0])).toBe(true);
  });

  it("samples among the likeliest tokens only: among one, as if it were greedy", async () => {
    const greedy = variant({ trigger: "A" });
    const narrow = variant({ trigger: "A", decode: { temperature: 1, topK: 1, samples: 2 } });
    const { scores } = await runToEnd({ ...tagSpec, items: 32, variants: [greedy, narrow] });
    expect(scores()[1]).toEqual(scores()[0]);
  });

  it("is at chance on an untrained base", async () => {
    const spec: PromptSpec = { ...tagSpec, from: "untrained", items: 64 };
    const { scores, info } = await runToEnd(spec, await load(spec));
    expect(info.card).toBeNull();
    for (const [right] of scores()) expect(right).toBeLessThanOrEqual(1);
  });

  it("asks Tang bases too, whose answers are scored by their form", async () => {
    const spec = promptSpec({
      base: "tang-micro",
      task: { id: "couplet" },
      items: 8,
      variants: [variant({})],
    });
    const { running } = await runToEnd(spec, await load(spec));
    const { right, of } = running.saved.scores[0]!;
    expect(of).toBe(8);
    expect(right / of).toBeGreaterThan(0.5);
  });

  it("says so where a snapshot is missing, or a task needs a trained head", async () => {
    await expect(load({ ...tagSpec, from: { step: 7 } })).rejects.toMatchObject({
      name: "CheckpointError",
      problem: "missing",
    });
    const spec = promptSpec({ base: "phrases-micro", task: { id: "sentiment" } });
    const materials = await load(spec);
    expect(() => open(spec, materials)).toThrow(expect.objectContaining({ problem: "no-prompts" }));
  });

  it("sends nothing more once disposed, also in the middle of a step, and frees its memory", async () => {
    const before = tf.memory().numTensors;
    const { running, events } = open(tagSpec);
    const step = running.advance();
    running.dispose();
    await step;
    expect(running.step).toBe(0);
    await running.report("full");
    expect(events).toEqual([]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
