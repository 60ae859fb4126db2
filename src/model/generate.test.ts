import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { defaultOptions } from "../lib/options";
import { createRandom } from "../lib/random";
import type { PlainTensor } from "../lib/safetensors";
import { findMethod } from "../methods/index";
import { toModel } from "../training/load-base";
import { TrainingSession } from "../training/session";
import { type ModelConfig, tokensHead } from "./config";
import type { Edits } from "./edits";
import { generate } from "./generate";
import { parameterShapes } from "./parameters";
import { forward, type Model } from "./transformer";

const config: ModelConfig = {
  kind: "decoder",
  vocabulary: 12,
  context: 14,
  layers: 2,
  heads: 2,
  width: 16,
  tied: true,
  head: tokensHead,
};

let engine: Engine;
let model: Model;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
  const random = createRandom("generate");
  const params: Record<string, PlainTensor> = {};
  for (const [name, shape] of Object.entries(parameterShapes(config))) {
    const size = shape.reduce((a, b) => a * b, 1);
    const own = random.fork(name);
    params[name] = { shape, data: Float32Array.from({ length: size }, () => own.normal() * 0.5) };
  }
  model = toModel(config, params);
});

/** Greedy continuation by whole forward passes: slow, and nothing to get wrong. */
function continueSlowly(edits: Edits, prompt: readonly number[], end: number): number[] {
  const ids = [...prompt];
  while (ids.length < config.context) {
    const next = tf.tidy(() => {
      const logits = forward(engine.ops, model, tf.tensor2d([ids], undefined, "int32"), edits);
      const last = tf.slice(logits, [0, ids.length - 1, 0], [1, 1, config.vocabulary]);
      return tf.argMax(tf.reshape(last, [config.vocabulary])).dataSync()[0]!;
    });
    if (next === end) break;
    ids.push(next);
  }
  return ids.slice(prompt.length);
}

const prompts = [[1, 2, 3], [4], [5, 6, 7], [8, 9, 10, 11, 1], [2]];
const settings = { end: 0, most: 20, temperature: 0, random: createRandom(1) };

describe("generation with a key/value cache", () => {
  it.each(["none", "full", "adapter", "prefix-tuning", "p-tuning", "lora"])(
    "says what whole passes say, method: %s",
    async (id) => {
      let edits: Edits = {};
      const method = findMethod(id);
      if (method) {
        const session = new TrainingSession(engine, model, {
          method,
          options: defaultOptions(method.options),
          seed: 1,
          head: tokensHead,
        });
        edits = session.edits;
      }
      const before = tf.memory().numTensors;
      const generated = await generate(engine.ops, model, edits, prompts, settings);
      expect(tf.memory().numTensors).toBe(before);
      // Alone a prompt goes through the cache, among others of different lengths through whole passes.
      for (const [i, prompt] of prompts.entries()) {
        const [alone] = await generate(engine.ops, model, edits, [prompt], settings);
        expect(alone!.ids, `prompt ${i} alone`).toEqual(generated[i]!.ids);
        expect(alone!.confidence).toBeCloseTo(generated[i]!.confidence, 4);
      }
      expect(tf.memory().numTensors).toBe(before);
      generated.forEach(({ ids, confidence }, i) => {
        expect(ids, `prompt ${i}`).toEqual(continueSlowly(edits, prompts[i]!, settings.end));
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      });
    },
  );

  it("samples by the seed: the same stream, the same words; another stream, others", async () => {
    const sample = async (seed: number): Promise<readonly number[][]> => {
      const random = createRandom(seed);
      const all = await generate(engine.ops, model, {}, prompts, { ...settings, temperature: 3, random });
      return all.map(({ ids }) => [...ids]);
    };
    expect(await sample(1)).toEqual(await sample(1));
    expect(await sample(1)).not.toEqual(await sample(2));
  });

  it("a prompt that fills the context gets no answer, and does not fail", async () => {
    const full = Array.from({ length: config.context }, () => 3);
    const [answer] = await generate(engine.ops, model, {}, [full], settings);
    expect(answer!.ids).toEqual([]);
  });
});

describe("the causal mask leaks nothing", () => {
  it("a later token changes no earlier prediction, with a prefix too; in an encoder it does", () => {
    const logitsOf = (tokens: number[], own: Model, edits: Edits = {}): Float32Array =>
      tf.tidy(
        () =>
          forward(
            engine.ops,
            own,
            tf.tensor2d([tokens], undefined, "int32"),
            edits,
          ).dataSync() as Float32Array,
      );
    const method = findMethod("prefix-tuning")!;
    const options = defaultOptions(method.options);
    const { edits } = new TrainingSession(engine, model, { method, options, seed: 1, head: tokensHead });
    const [one, other] = [
      [1, 2, 3, 4, 5, 6],
      [1, 2, 3, 9, 8, 7],
    ] as const;
    const seen = 3 * config.vocabulary;
    for (const some of [{}, edits]) {
      const [a, b] = [logitsOf([...one], model, some), logitsOf([...other], model, some)];
      expect(a.slice(0, seen)).toEqual(b.slice(0, seen));
      expect(a.slice(seen)).not.toEqual(b.slice(seen));
    }
    const encoder: Model = { ...model, config: { ...config, kind: "encoder" } };
    expect(logitsOf([...one], encoder).slice(0, seen)).not.toEqual(
      logitsOf([...other], encoder).slice(0, seen),
    );
  });
});
