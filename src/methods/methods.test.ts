import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles, repositoryPath } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { type AnyOptions, defaultOptions, parseOptions } from "../lib/options";
import { createRandom } from "../lib/random";
import { decodeTensors } from "../lib/safetensors";
import { type ModelConfig, parameterShapes } from "../model/config";
import { initialParams } from "../model/init";
import { forward, type Model } from "../model/transformer";
import { stack } from "../training/batch";
import { toModel } from "../training/load-base";
import { TrainingSession } from "../training/session";
import { methods } from "./index";
import type { Method } from "./method";

// The contract that every method keeps, on decoder and encoder, with its defaults and with other options.

const decoder: ModelConfig = {
  kind: "decoder",
  vocabulary: 13,
  context: 10,
  layers: 2,
  heads: 2,
  width: 16,
  tied: true,
  classes: 0,
};
const configs: Record<string, ModelConfig> = {
  decoder,
  "untied decoder": { ...decoder, tied: false, layers: 1 },
  encoder: { ...decoder, kind: "encoder" },
};
const variants: Record<string, AnyOptions[]> = {
  adapter: [{ bottleneck: 3, after: ["mlp"], initStd: 0.1 }],
  "prefix-tuning": [{ length: 3 }, { length: 2, projection: true, hidden: 5 }],
  "p-tuning": [{ length: 3, hidden: 5 }, { length: 3, encoder: "lstm", hidden: 4 }, { freezeBase: false }],
  lora: [{ rank: 1, alpha: 3, targets: ["attention.output", "mlp.up", "mlp.down"] }],
};
const cases = methods.flatMap((method) =>
  [{}, ...(variants[method.id] ?? [])].flatMap((raw) =>
    Object.keys(configs).map((name) => [`${method.id} ${JSON.stringify(raw)}`, name, method, raw] as const),
  ),
);

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

const modelOf = (config: ModelConfig): Model => toModel(config, initialParams(config, createRandom(5)));
const sessionOf = (model: Model, method: Method, raw: AnyOptions, seed = 3): TrainingSession =>
  new TrainingSession(engine, model, {
    method,
    options: { ...defaultOptions(method.options), ...raw },
    seed,
    classes: 0,
  });

function batchOf(config: ModelConfig, examples = 4) {
  const random = createRandom("batch");
  const token = (): number => 1 + random.integer(config.vocabulary - 1);
  return stack(
    Array.from({ length: examples }, () => ({
      tokens: Int32Array.from({ length: config.context }, token),
      targets: Int32Array.from({ length: config.context }, token),
      counts: Uint8Array.from({ length: config.context }, () => random.integer(2)),
    })),
  );
}

const size = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

describe.each(cases)("%s on the %s", (_, name, method, raw) => {
  const config = configs[name]!;

  it("makes exactly the parts it declares, and as many numbers as its formula says", () => {
    const session = sessionOf(modelOf(config), method, raw);
    const options = parseOptions(method.options, raw);
    const parts = method.parts(config, options);
    const made = Object.entries(session.variables).map(([id, { shape }]) => `${id} ${shape}`);
    expect(made.sort()).toEqual(
      parts
        .filter((part) => part.trained)
        .map((part) => `${part.name} ${part.shape}`)
        .sort(),
    );
    const sum = (of: typeof parts): number => of.reduce((total, { shape }) => total + size(shape), 0);
    const count = method.count(config, options);
    expect(sum(parts.filter((part) => part.trained))).toBe(count.trained);
    expect(sum(parts.filter((part) => part.kept))).toBe(count.kept);
    expect(evaluate(count.numbers)).toBe(count.trained);
  });

  it("saves as many bytes as it keeps, and gives the same answers after loading", async () => {
    const model = modelOf(config);
    const batch = batchOf(config);
    const trained = sessionOf(model, method, raw);
    for (let i = 0; i < 3; i++) trained.step(batch, 0.01).dispose();
    const file = await trained.save({});
    const { tensors } = decodeTensors(file);
    const kept = method.count(config, parseOptions(method.options, raw)).kept;
    expect(Object.values(tensors).reduce((sum, { data }) => sum + data.byteLength, 0)).toBe(4 * kept);
    const other = sessionOf(model, method, raw, 4);
    await other.load(file);
    const answers = (session: TrainingSession) =>
      tf.tidy(() => forward(engine.ops, session.model, batch.tokens, session.edits).dataSync());
    const expected = answers(trained);
    answers(other).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 5);
    });
  });

  it("lowers the loss, never writes to the base, and is the same again with the same seed", () => {
    const model = modelOf(config);
    const before = Object.values(model.params).map((tensor) => tensor.dataSync().slice());
    const batch = batchOf(config);
    const curve = (): number[] => {
      const session = sessionOf(model, method, raw);
      const losses = Array.from({ length: 12 }, () => {
        const loss = session.step(batch, 0.02);
        return tf.tidy(() => loss.dataSync()[0]!);
      });
      session.dispose();
      return losses;
    };
    const losses = curve();
    expect(losses.at(-1)!).toBeLessThan(losses[0]!);
    expect(curve()).toEqual(losses);
    Object.values(model.params).forEach((tensor, i) => {
      expect(tensor.dataSync()).toEqual(before[i]);
    });
  });

  it("has gradients that agree with finite differences", () => {
    const session = sessionOf(modelOf(config), method, raw);
    const batch = batchOf(config, 2);
    // Away from the start, where factors that are exactly 0 make gradients exactly 0.
    for (let i = 0; i < 2; i++) session.step(batch, 0.05).dispose();
    const { gradients } = session.gradients(batch);
    const lossAt = (): number => tf.tidy(() => session.loss(batch).dataSync()[0]!);
    for (const [id, gradient] of Object.entries(gradients)) {
      if (id.endsWith("key.bias")) continue; // exactly 0: see reference.test.ts
      const variable = session.variables[id]!;
      const values = gradient.dataSync() as Float32Array;
      const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
      if (norm < 1e-4) continue; // below what a difference of two float32 losses can show
      // Along the gradient the loss rises by its norm: one number that every element takes part in.
      const start = tf.tidy(() => tf.mul(variable, 1));
      const step = 2e-3 / norm;
      const along = (sign: number): number => {
        tf.tidy(() => variable.assign(tf.add(start, tf.mul(gradient, sign * step)) as tf.Variable));
        return lossAt();
      };
      const slope = (along(1) - along(-1)) / (2 * 2e-3);
      variable.assign(start as tf.Variable);
      expect(Math.abs(slope - norm), `${id}: ${slope} against ${norm}`).toBeLessThan(0.02 * norm + 3e-4);
    }
  });
});

it("every method has a page of its own: id, paper and options that parse", () => {
  expect(new Set(methods.map(({ id }) => id)).size).toBe(methods.length);
  for (const method of methods) {
    expect(method.paper.url).toMatch(/^https:\/\//);
    expect(parseOptions(method.options, {})).toEqual(defaultOptions(method.options));
  }
});

it("counts what the papers count: LoRA of rank 8 on q and v of RoBERTa-base is 294,912", () => {
  const roberta: ModelConfig = {
    ...decoder,
    vocabulary: 50265,
    context: 514,
    layers: 12,
    heads: 12,
    width: 768,
  };
  const count = (id: string, options: AnyOptions): number => {
    const method = methods.find((one) => one.id === id)!;
    return method.count(roberta, parseOptions(method.options, options)).trained;
  };
  expect(count("lora", { rank: 8 })).toBe(294_912);
  // Houlsby et al., BERT-base, m = 64: 24 (2·64·768 + 832) = 2,379,264.
  expect(count("adapter", { bottleneck: 64 })).toBe(2_379_264);
  const gpt2Medium: ModelConfig = {
    ...decoder,
    vocabulary: 50257,
    context: 1024,
    layers: 24,
    heads: 16,
    width: 1024,
  };
  const prefix = methods.find((one) => one.id === "prefix-tuning")!;
  // Li & Liang, GPT-2 medium, P = 10, MLP of 512: 25,750,016 trained, 491,520 kept.
  const options = parseOptions(prefix.options, { length: 10, projection: true, hidden: 512 });
  expect(prefix.count(gpt2Medium, options)).toMatchObject({ trained: 25_750_016, kept: 491_520 });
  expect(Object.keys(parameterShapes(gpt2Medium)).length).toBe(2 + 24 * 16 + 2);
});

/** Works out "2 × (3 + 4²)" as the page shows it. */
function evaluate(numbers: string): number {
  expect(numbers).toMatch(/^[\d\s+×²()]+$/);
  return Number(new Function(`return ${numbers.replaceAll("×", "*").replaceAll("²", "**2")}`)());
}

it("every default learning rate is the best of the sweep that was run", () => {
  const sweep = JSON.parse(readFileSync(repositoryPath("public/runs/sweep.json"), "utf8")) as {
    best: Record<string, number>;
  };
  expect(Object.fromEntries(methods.map(({ id, learningRate }) => [id, learningRate]))).toEqual(sweep.best);
});
