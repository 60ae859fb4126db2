import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { createRandom } from "../lib/random";
import { generate, generateInParts } from "./generate";
import { confidence, type Generated, type GenerateSettings } from "./generation";
import type { Subject } from "./subject";
import { smallDecoder as config, loudModel } from "./test-models";
import { forward } from "./transformer";

let engine: Engine;
let subject: Subject;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
  subject = { ops: engine.ops, model: loudModel(config), edits: {} };
});
beforeEach(() => engine.activate());

const prompts = [[1, 2, 3], [4], [5, 6, 7], [8, 9, 10, 11, 1], [2], [7, 7]];
const greedy: GenerateSettings = { end: 0, most: 20 };
const drawn: GenerateSettings = { ...greedy, temperature: 3, random: createRandom(1) };

const idsOf = (all: readonly (readonly Generated[])[]) => all.map((samples) => samples.map(({ ids }) => ids));

/** softmax(logits / temperature) of what follows a prompt, by a whole pass, among the k likeliest tokens. */
function chancesAfter(prompt: readonly number[], temperature: number, k = config.vocabulary): number[] {
  const logits = tf.tidy(() => {
    const all = forward(engine.ops, subject.model, tf.tensor2d([[...prompt]], undefined, "int32"));
    return (all.arraySync() as number[][][])[0]!.at(-1)!;
  });
  const least = [...logits].sort((a, b) => b - a)[k - 1]!;
  const weights = logits.map((logit) => (logit >= least ? Math.exp(logit / temperature) : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

describe("drawing tokens", () => {
  it.each([
    { temperature: 1, topK: 0 },
    { temperature: 2.5, topK: 0 },
    { temperature: 2.5, topK: 4 },
    { temperature: 0.5, topK: 1 },
  ])("follows softmax(logits / $temperature) among the likeliest $topK", async ({ temperature, topK }) => {
    const samples = 4000;
    const settings = { most: 1, temperature, topK, samples, random: createRandom("draws") };
    const [texts] = await generate(subject, [[5, 6, 7]], settings);
    const counts = new Array<number>(config.vocabulary).fill(0);
    for (const { ids } of texts!) counts[ids[0]!]!++;
    chancesAfter([5, 6, 7], temperature, topK || undefined).forEach((chance, id) => {
      // Five standard deviations of a binomial count.
      const spread = 5 * Math.sqrt(samples * chance * (1 - chance));
      expect(Math.abs(counts[id]! - samples * chance), `token ${id}`).toBeLessThanOrEqual(spread + 1e-6);
    });
    // The log-probabilities are those of the model as it is.
    const plain = chancesAfter([5, 6, 7], 1);
    for (const { ids, logProbs } of texts!.slice(0, 20))
      expect(logProbs[0]!).toBeCloseTo(Math.log(plain[ids[0]!]!), 4);
  });

  it("gives the same texts again with the same stream, others with another", async () => {
    const texts = async (seed: number) =>
      idsOf(await generate(subject, prompts, { ...drawn, random: createRandom(seed) }));
    expect(await texts(1)).toEqual(await texts(1));
    expect(await texts(1)).not.toEqual(await texts(2));
  });

  it("does not hang on what else is in the batch, on how often it reads, or on the backend", async () => {
    const settings = { ...drawn, samples: 3 };
    const expected = idsOf(await generate(subject, prompts, settings));
    expect(new Set(expected.flat().map(String)).size).toBeGreaterThan(12);
    for (const other of [{ rowsAtOnce: 1 }, { rowsAtOnce: 7 }, { tokensPerRead: 4 }, { tokensPerRead: 64 }])
      expect(idsOf(await generate(subject, prompts, { ...settings, ...other }))).toEqual(expected);
    const cpu = await startEngine("cpu", nodeEngineFiles);
    const onCpu = { ...subject, ops: cpu.ops, model: loudModel(config) };
    expect(idsOf(await generate(onCpu, prompts, { ...settings, tokensPerRead: 3 }))).toEqual(expected);
  });

  it("gives the first samples whatever their number", async () => {
    const [few, many] = [2, 5].map((samples) => generate(subject, prompts, { ...drawn, samples }));
    expect(idsOf(await many!).map((texts) => texts.slice(0, 2))).toEqual(idsOf(await few!));
  });
});

describe("the end of a text", () => {
  const [all] = [{ ...drawn, most: 9 }];

  it("is the end token, which is no part of it and has a log-probability", async () => {
    const texts = (await generate(subject, prompts, { ...drawn, samples: 8 })).flat();
    const ended = texts.filter(({ stopped }) => stopped === "end");
    expect(ended.length).toBeGreaterThan(0);
    for (const { ids, logProbs } of ended) {
      expect(ids).not.toContain(0);
      expect(logProbs.length).toBe(ids.length + 1);
    }
  });

  it("is where the stop function says so, whose last token stays; whatever was written beyond is dropped", async () => {
    const free = await generate(subject, prompts, { ...all, end: -1 });
    for (const tokensPerRead of [1, 4]) {
      const stop = (ids: readonly number[]): boolean => ids.length >= 2 && ids.at(-1)! > 5;
      const texts = await generate(subject, prompts, { ...all, end: -1, stop, tokensPerRead });
      texts.forEach(([text], i) => {
        const at = free[i]![0]!.ids.findIndex((id, t) => t >= 1 && id > 5);
        const expected = free[i]![0]!.ids.slice(0, at < 0 ? 9 : at + 1);
        expect(text!.ids).toEqual(expected);
        expect(text!.logProbs.length).toBe(expected.length);
        expect(text!.stopped).toBe(at < 0 ? "most" : "stop");
      });
    }
  });

  it("is at the most tokens asked for, or where the context is full", async () => {
    const stopped = async (most: number) =>
      (await generate(subject, [[1], [1, 2, 3, 4]], { most })).map(([text]) => [
        text!.stopped,
        text!.ids.length,
      ]);
    expect(await stopped(0)).toEqual([
      ["most", 0],
      ["most", 0],
    ]);
    expect(await stopped(3)).toEqual([
      ["most", 3],
      ["most", 3],
    ]);
    expect(await stopped(10)).toEqual([
      ["most", 10],
      ["most", 10],
    ]);
    expect(await stopped(11)).toEqual([
      ["most", 11],
      ["context", 10],
    ]);
    expect(await stopped(99)).toEqual([
      ["context", 13],
      ["context", 10],
    ]);
  });

  it("comes at once after a prompt that fills the context, beside others that go on", async () => {
    const full = (length: number) => Array.from({ length }, () => 3);
    const texts = await generate(subject, [full(14), [1, 2], full(30)], greedy);
    expect(texts.map(([text]) => text!.stopped)).toEqual(["context", expect.any(String), "context"]);
    expect(texts[0]![0]!.ids).toEqual([]);
    expect(texts[1]).toEqual((await generate(subject, [[1, 2]], greedy))[0]);
  });
});

describe("work that is cut short", () => {
  it("gives results part by part, in the order of the prompts", async () => {
    const parts: Generated[][][] = [];
    for await (const part of generateInParts(subject, prompts, { ...greedy, rowsAtOnce: 4 }))
      parts.push(part);
    expect(parts.map(({ length }) => length)).toEqual([4, 2]);
    expect(idsOf(parts.flat())).toEqual(idsOf(await generate(subject, prompts, greedy)));
  });

  it("leaves no tensor behind: done, given up, aborted, failed", async () => {
    const before = tf.memory().numTensors;
    for (const settings of [greedy, { ...drawn, samples: 3, topK: 3, tokensPerRead: 4 }])
      await generate(subject, prompts, settings);
    for await (const _ of generateInParts(subject, prompts, { ...greedy, rowsAtOnce: 2 })) break;
    expect(tf.memory().numTensors).toBe(before);

    const controller = new AbortController();
    let asked = 0;
    const stop = (): boolean => {
      if (++asked === 8) controller.abort(new Error("left the page"));
      return false;
    };
    const aborted = generate(subject, prompts, { ...greedy, stop, signal: controller.signal });
    await expect(aborted).rejects.toThrow("left the page");
    expect(asked).toBeLessThan(8 + prompts.length);
    expect(tf.memory().numTensors).toBe(before);

    const fail = (): boolean => {
      throw new Error("no such answer");
    };
    await expect(generate(subject, prompts, { ...greedy, stop: fail })).rejects.toThrow("no such answer");
    expect(tf.memory().numTensors).toBe(before);

    let passes = 0;
    const edits = {
      sublayer: (_: unknown, output: tf.Tensor3D): tf.Tensor3D => {
        if (++passes === 7) throw new Error("lost the device");
        return output;
      },
    };
    await expect(generate({ ...subject, edits }, prompts, greedy)).rejects.toThrow("lost the device");
    expect(tf.memory().numTensors).toBe(before);
  });

  it("does nothing where the signal has already come", async () => {
    const signal = AbortSignal.abort(new Error("too late"));
    await expect(generate(subject, prompts, { ...greedy, signal })).rejects.toThrow("too late");
  });
});

it("confidence is the product of the probabilities of the tokens", () => {
  expect(confidence({ logProbs: Float32Array.from([Math.log(0.5), Math.log(0.25)]) })).toBeCloseTo(0.125, 6);
  expect(confidence({ logProbs: new Float32Array() })).toBe(1);
});
