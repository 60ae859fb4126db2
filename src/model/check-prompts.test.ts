import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { startEngine } from "../engine/engine";
import { generate } from "./generate";
import { confidence, type Generated, type GenerateSettings } from "./generation";
import type { Subject } from "./subject";
import { smallDecoder as config, loudModel } from "./test-models";

let subject: Subject;
beforeAll(async () => {
  const { ops } = await startEngine("wasm", nodeEngineFiles);
  subject = { ops, model: loudModel(config), edits: {} };
});

const prompts = [[1, 2, 3], [4]];
const greedy: GenerateSettings = { end: 0, most: 20 };

describe("what makes no sense", () => {
  it("is said, with the place where it is", async () => {
    const tell = (texts: number[][], settings: Partial<GenerateSettings> = {}) =>
      generate(subject, texts, { ...greedy, ...settings });
    expect(await tell([])).toEqual([]);
    await expect(tell([[1], []])).rejects.toThrow("prompt 1 is empty");
    await expect(tell([[1, 12]])).rejects.toThrow("prompt 0 has token 12 at 1");
    await expect(tell([[-1]])).rejects.toThrow("prompt 0 has token -1 at 0");
    await expect(tell([[1.5]])).rejects.toThrow("prompt 0 has token 1.5 at 0");
    await expect(tell([[1]], { temperature: 1 })).rejects.toThrow("random");
    await expect(tell([[1]], { temperature: Number.NaN })).rejects.toThrow("temperature");
    await expect(tell([[1]], { topK: -1 })).rejects.toThrow("topK");
    await expect(tell([[1]], { samples: 0 })).rejects.toThrow("samples");
    await expect(tell([[1]], { most: Number.POSITIVE_INFINITY })).rejects.toThrow("most");
    await expect(tell([[1]], { sources: [[1]] })).rejects.toThrow("sources");
  });

  it("is said of models that cannot write, and of sources", async () => {
    const other = (change: Partial<typeof config> & object): Subject => ({
      ...subject,
      model: { ...subject.model, config: { ...config, ...change } as typeof config },
    });
    const { layers: _, ...shape } = config as Extract<typeof config, { kind: "decoder" }>;
    const both: Subject = {
      ...subject,
      model: loudModel({ ...shape, kind: "encoder-decoder", encoder: 1, decoder: 1 }),
    };
    await expect(generate(other({ kind: "encoder" }), prompts, greedy)).rejects.toThrow("encoder");
    const scalar = other({ head: { kind: "scalar", pool: "last" } });
    await expect(generate(scalar, prompts, greedy)).rejects.toThrow("head");
    await expect(generate(both, [[1]], greedy)).rejects.toThrow("1 sources, not 0");
    await expect(generate(both, [[1]], { ...greedy, sources: [[12]] })).rejects.toThrow(
      "source 0 has token 12",
    );
    const long = Array.from({ length: 15 }, () => 1);
    await expect(generate(both, [[1]], { ...greedy, sources: [long] })).rejects.toThrow(
      "source 0 has 15 tokens",
    );
  });

  it("does not come out of a model that has diverged", async () => {
    const params = Object.fromEntries(
      Object.entries(subject.model.params).map(([name, { shape }]) => [name, tf.fill(shape, Number.NaN)]),
    );
    const broken = { ...subject, model: { ...subject.model, params } };
    const [[text]] = (await generate(broken, [[1, 2]], { most: 3 })) as [[Generated]];
    expect(text.ids.every((id) => id >= 0 && id < config.vocabulary)).toBe(true);
    expect(confidence(text)).toBeNaN();
  });
});
