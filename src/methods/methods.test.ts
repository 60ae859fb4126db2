import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import en from "../i18n/en/methods.json";
import zh from "../i18n/zh/methods.json";
import { type AnyOptions, defaultOptions, parseOptions } from "../lib/options";
import { createRandom } from "../lib/random";
import type { ModelConfig } from "../model/config";
import { blocksOf } from "../model/sites";
import { rankAt } from "./adalora-budget";
import { findMethod, methods } from "./index";
import { configs, randomBase, randomBatch, sessionOf, variants } from "./test-session";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

const method = (id: string) => findMethod(id)!;
const config: ModelConfig = configs.decoder;
const norm = (tensor: tf.Tensor): number => tf.tidy(() => tf.norm(tensor).dataSync()[0]!);

describe("every method", () => {
  it("has its own id, a paper, options that parse, and says in words why it cannot be merged", () => {
    expect(new Set(methods.map(({ id }) => id)).size).toBe(methods.length);
    for (const { id, paper, options, mergeable } of methods) {
      expect(paper.url).toMatch(/^https:\/\//);
      expect(parseOptions(options, {})).toEqual(defaultOptions(options));
      const reasons = [en, zh].map((words: Record<string, object>) => "notMergeable" in (words[id] ?? {}));
      expect(reasons, id).toEqual([!mergeable, !mergeable]);
    }
  });
});

it("every option is set to something else in the variants that the contract tries", () => {
  // With both factors at 0 nothing learns, which the contract asks of every variant: it has a test of its own below.
  const elsewhere = new Set(["lora init"]);
  for (const { id, options } of methods) {
    const used = new Set(variants[id].flatMap((raw) => Object.keys(raw)));
    const left = Object.keys(options).filter(
      (option) => !used.has(option) && !elsewhere.has(`${id} ${option}`),
    );
    expect(left, id).toEqual([]);
  }
});

describe("gradients at step 0", () => {
  /** What a zero factor hides: its partner has no gradient until it has moved. */
  const facts: readonly [string, zero: RegExp, moving: RegExp][] = [
    ["lora", /lora_A$/, /lora_B$/],
    ["dora", /lora_A$/, /lora_B$|magnitude$/],
    ["adapter-bias", /alpha\.(weight|bias)$/, /\.v$/],
    ["vera", /vera_d$/, /vera_b$/],
    ["llama-adapter", /prompt$/, /gate$/],
    ["compacter", /down\.|up\.t$|rules$/, /up\.s$/],
  ];
  it.each(facts)("of %s", (id, zero, moving) => {
    const session = sessionOf(engine, randomBase(config), config, method(id));
    const { gradients } = session.gradients(randomBatch(config));
    for (const [name, gradient] of Object.entries(gradients)) {
      if (zero.test(name)) expect(norm(gradient), name).toBe(0);
      if (moving.test(name)) expect(norm(gradient), name).toBeGreaterThan(1e-6);
    }
    expect(Object.keys(gradients).filter((name) => zero.test(name)).length).toBeGreaterThan(0);
  });

  it("of AdaLoRA: from the loss only Λ moves; P and Q feel their penalty alone", () => {
    const free = sessionOf(engine, randomBase(config), config, method("adalora"), { orthogonality: 0 });
    const { gradients } = free.gradients(randomBatch(config));
    for (const [name, gradient] of Object.entries(gradients)) {
      if (/lora_[PQ]$/.test(name)) expect(norm(gradient), name).toBe(0);
      else expect(norm(gradient), name).toBeGreaterThan(1e-6);
    }
  });

  it("both factors of a LoRA at zero: no gradient, ever", () => {
    const session = sessionOf(engine, randomBase(config), config, method("lora"), { init: "both-zero" });
    const batch = randomBatch(config);
    const losses = Array.from({ length: 5 }, () => session.step(batch, 0.1).dataSync()[0]!);
    expect(new Set(losses).size).toBe(1);
    for (const variable of Object.values(session.variables)) expect(norm(variable)).toBe(0);
  });
});

it("a prefix of zeros shrinks the output of every head by S / (S + P)", () => {
  const random = createRandom("shrink");
  const [batch, heads, length, depth, P] = [2, 2, 6, 8, 3];
  const draw = (shape: number[]): tf.Tensor =>
    tf.tensor(
      Array.from({ length: shape.reduce((a, b) => a * b) }, () => random.normal()),
      shape,
    );
  const q = draw([batch, length, heads * depth]) as tf.Tensor3D;
  const [k, v] = [0, 1].map(() => draw([batch, length, heads * depth]) as tf.Tensor3D) as [
    tf.Tensor3D,
    tf.Tensor3D,
  ];
  const session = sessionOf(engine, randomBase(config), config, method("prefix-tuning"), {
    length: P,
    init: "zero",
  });
  const { ops } = engine;
  const plain = ops.attention(q, k, v, heads, { causal: false }).arraySync();
  const prefixed = ops
    .attention(q, ...session.edits.keysValues!(blocksOf(config)[0]!.attention, k, v), heads, {
      causal: false,
    })
    .arraySync();
  const [qs, ks] = [q, k].map((x) => ops.splitHeads(x, heads).arraySync()) as [
    number[][][][],
    number[][][][],
  ];
  for (let b = 0; b < batch; b++) {
    for (let t = 0; t < length; t++) {
      for (let h = 0; h < heads; h++) {
        const score = (key: number[]): number =>
          qs[b]![h]![t]!.reduce((sum, value, d) => sum + value * key[d]!, 0) / Math.sqrt(depth);
        const S = ks[b]![h]!.reduce((sum, key) => sum + Math.exp(score(key)), 0);
        for (let d = h * depth; d < (h + 1) * depth; d++) {
          expect(prefixed[b]![t]![d]!).toBeCloseTo((plain[b]![t]![d]! * S) / (S + P), 5);
        }
      }
    }
  }
});

describe("AdaLoRA's budget", () => {
  const budget = { initialRank: 6, targetRank: 2, warmUp: 0.2, settled: 0.6 };
  it("is full at first, falls by a cubic law, and stays", () => {
    expect([0, 0.1, 0.19].map((share) => rankAt(budget, share))).toEqual([6, 6, 6]);
    expect(rankAt(budget, 0.4)).toBeCloseTo(2 + 4 * 0.5 ** 3);
    expect([0.6, 1].map((share) => rankAt(budget, share))).toEqual([2, 2]);
  });

  it("leaves as many entries of Λ as it allows, not as many in every matrix", () => {
    const session = sessionOf(engine, randomBase(config), config, method("adalora"), {
      rank: 6,
      targetRank: 2,
      warmUp: 0.2,
      settled: 0.6,
    });
    const batch = randomBatch(config);
    for (let step = 1; step <= 20; step++) session.step(batch, 0.02, step / 20).dispose();
    const left = Object.entries(session.variables)
      .filter(([name]) => name.endsWith("lora_E"))
      .map(([, values]) => Array.from(values.dataSync()).filter((value) => value !== 0).length);
    expect(left.reduce((a, b) => a + b)).toBe(2 * 4);
    expect(new Set(left).size).toBeGreaterThan(1);
  });
});

it("prompt tuning starts from words: of the vocabulary, or those the task is answered with", () => {
  const base = randomBase(config);
  const table = base.params["embedding.token.weight"]!.arraySync() as number[][];
  const vectorsOf = (options: AnyOptions): number[][] => {
    const session = sessionOf(engine, base, config, method("prompt-tuning"), options);
    return session.variables["prompt.vectors"]!.arraySync() as number[][];
  };
  expect(vectorsOf({ length: 3, init: "labels" })).toEqual([table[4], table[2], table[4]]);
  for (const vector of vectorsOf({ length: 5 })) expect(table.slice(1)).toContainEqual(vector);
});

it("a head's features are computed once: the second step on a batch runs no block of the base", () => {
  const session = sessionOf(engine, randomBase(config), config, method("head"));
  const batch = randomBatch(config);
  let calls = 0;
  const { attention } = engine.ops;
  const counting = {
    ...engine,
    ops: {
      ...engine.ops,
      attention: (...given: Parameters<typeof attention>) => {
        calls++;
        return attention(...given);
      },
    },
  };
  const counted = sessionOf(counting, randomBase(config), config, method("head"));
  const losses = [counted, session].map((one) =>
    Array.from({ length: 3 }, () => one.step(batch, 0.01).dataSync()[0]!),
  );
  expect(calls).toBe(blocksOf(config).length);
  expect(losses[0]).toEqual(losses[1]);
});

describe("counts on the papers' models", () => {
  const bert = {
    ...configs.encoder,
    vocabulary: 28996,
    context: 512,
    layers: 12,
    heads: 12,
    width: 768,
  };
  const gpt2Medium: ModelConfig = {
    ...configs.decoder,
    vocabulary: 50257,
    context: 1024,
    layers: 24,
    width: 1024,
  };
  const count = (id: string, options: AnyOptions, on: ModelConfig) =>
    method(id).count(on, parseOptions(method(id).options, options));

  const published: readonly [string, AnyOptions, ModelConfig, number, string][] = [
    ["lora", { rank: 8 }, bert, 294_912, "Hu et al.: RoBERTa-base, q and v"],
    ["adapter", { bottleneck: 64 }, bert, 2_379_264, "Houlsby et al.: 24 (2·64·768 + 832)"],
    ["adapter-bias", {}, bert, 46_092, "Fu et al.: 12 · 3,841"],
    [
      "vera",
      { rank: 256 },
      { ...bert, layers: 24, width: 1024 },
      61_440,
      "Kopiczko et al.: 0.061M, RoBERTa-large",
    ],
    ["prompt-tuning", { length: 20 }, bert, 15_360, "Lester et al.: P · d"],
  ];
  it.each(published)("%s %o", (id, options, on, expected) => {
    expect(count(id, options, on).trained).toBe(expected);
  });

  it("prefix-tuning: far more is trained than kept (Li & Liang: GPT-2 medium, P = 10, MLP of 512)", () => {
    const options = { length: 10, projection: true, hidden: 512 };
    expect(count("prefix-tuning", options, gpt2Medium)).toMatchObject({ trained: 25_750_016, kept: 491_520 });
  });
});
