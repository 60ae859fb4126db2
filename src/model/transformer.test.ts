import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { plainOps } from "../engine/plain-ops";
import { largestDifference } from "../lib/largest-difference";
import type { AnyOptions } from "../lib/options";
import { findMethod } from "../methods/index";
import { sessionOf } from "../methods/test-session";
import { toModel } from "../training/load-base";
import type { Cache } from "./cache";
import type { ModelConfig } from "./config";
import type { Edits } from "./edits";
import { readModelFixture, readRewardFixture, relativeError, toPlain } from "./fixtures/read-fixture";
import { type ForwardOptions, forward, type Model } from "./transformer";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

const ids = (rows: readonly number[][]): tf.Tensor2D => tf.tensor2d([...rows], undefined, "int32");
/** The model of a fixture: its parameters are large enough for a wrong mask to show. */
const modelOf = (name: string): Model => {
  const { config, parameters } = readModelFixture(name);
  return toModel(config, toPlain(parameters));
};

describe("an encoder-decoder", () => {
  /** Two of three sources end in padding. */
  const source = [
    [3, 1, 4, 1, 5],
    [6, 5, 0, 0, 0],
    [8, 9, 7, 9, 0],
  ];
  const written = [
    [1, 2, 3, 4, 5, 6],
    [7, 8, 9, 10, 10, 9],
    [2, 4, 6, 8, 10, 1],
  ];
  const away: readonly [string, AnyOptions][] = [
    ["adapter", { initStd: 0.5 }],
    ["prefix-tuning", { length: 3 }],
    ["prompt-tuning", { length: 3, init: "random", initStd: 1 }],
  ];
  const editsOf = (model: Model, id: string, options: AnyOptions): Edits =>
    sessionOf(engine, model, model.config, findMethod(id)!, options).edits;
  const run = (model: Model, tokens: readonly number[][], edits: Edits, options: ForwardOptions) =>
    forward(engine.ops, model, ids(tokens), edits, options);

  it.each([["no method", {}] as const, ...away])(
    "predicts step by step what the whole pass predicts: %s",
    (id, options) => {
      const model = modelOf("seq2seq");
      const edits = id === "no method" ? {} : editsOf(model, id, options);
      tf.tidy(() => {
        const whole = run(model, written, edits, { source: ids(source) });
        const cache: Cache = { length: 0, keysValues: {} };
        // Two tokens at first, then one at a time.
        const parts = [
          [0, 2],
          [2, 3],
          [3, 4],
          [4, 5],
          [5, 6],
        ].map(([from, to]) =>
          run(
            model,
            written.map((row) => row.slice(from, to)),
            edits,
            { source: ids(source), cache },
          ),
        );
        expect(cache.length).toBe(6);
        expect(largestDifference(tf.concat(parts, 1).dataSync(), whole.dataSync())).toBeLessThan(1e-4);
      });
    },
  );

  it.each(away)(
    "has answers that the method changes and that padding of the source does not: %s",
    (id, options) => {
      const model = modelOf("seq2seq");
      const edits = editsOf(model, id, options);
      const longer = source.map((row) => [...row, 0, 0]);
      tf.tidy(() => {
        const logits = (own: Edits, rows: readonly number[][]) =>
          run(model, written, own, { source: ids(rows) }).dataSync();
        expect(largestDifference(logits(edits, source), logits({}, source))).toBeGreaterThan(0.1);
        expect(largestDifference(logits(edits, source), logits(edits, longer))).toBeLessThan(1e-4);
      });
    },
  );

  it("reads the source once, however many tokens are written", () => {
    const keys: number[] = [];
    const attention: typeof engine.ops.attention = (...given) => {
      keys.push(given[1].shape[1]);
      return engine.ops.attention(...given);
    };
    const cache: Cache = { length: 0, keysValues: {} };
    const model = modelOf("seq2seq");
    for (const tokens of [[[1, 2]], [[3]]]) {
      forward(
        { ...engine.ops, attention },
        model,
        ids(tokens),
        {},
        { source: ids([[3, 1, 4, 1, 5]]), cache },
      );
    }
    // Two blocks of the encoder, then two of the decoder: self-attention and cross attention; the second time these only.
    expect(keys).toEqual([5, 5, 2, 5, 2, 5, 3, 5, 3, 5]);
  });

  it("needs a source", () => {
    expect(() => run(modelOf("seq2seq"), written, {}, {})).toThrow("an encoder-decoder needs the tokens");
  });
});

describe.each(["last", "mean"] as const)("a scalar head on the %s of a decoder", (pool) => {
  const fixture = readRewardFixture();
  const { rewards, loss, gradients } = fixture[pool];
  const scalarModel = (): Model => {
    const base = readModelFixture(fixture.base);
    const config: ModelConfig = { ...base.config, head: { kind: "scalar", pool } };
    return toModel(config, toPlain({ ...base.parameters, ...fixture.parameters }));
  };
  /** Where each sequence ends, over the flattened (B · T). */
  const lastTokens = fixture.tokens.map((row, i) => i * row.length + row.filter(Boolean).length - 1);

  it.each(["fused", "plain"] as const)(
    "agrees with PyTorch: rewards, loss, gradients; %s operations",
    (version) => {
      const ops = version === "fused" ? engine.ops : plainOps;
      const model = scalarModel();
      const names = Object.keys(gradients);
      const tokens = ids(fixture.tokens);
      const options = pool === "last" ? { rows: tf.tensor1d(lastTokens, "int32") } : {};
      const rewardsOf = (params: Model["params"]): tf.Tensor =>
        forward(ops, { ...model, params }, tokens, {}, options);
      /** −log σ(r₀ − r₁) over pairs of sequences. */
      const lossOf = (params: Model["params"]): tf.Scalar => {
        const pairs = tf.reshape(rewardsOf(params), [-1, 2]) as tf.Tensor2D;
        const margins = tf.sub(tf.slice(pairs, [0, 0], [-1, 1]), tf.slice(pairs, [0, 1], [-1, 1]));
        return tf.mean(tf.softplus(tf.neg(margins))) as tf.Scalar;
      };
      tf.tidy(() => {
        const found = rewardsOf(model.params);
        expect(found.shape).toEqual([1, fixture.tokens.length, 1]);
        expect(relativeError(found.dataSync(), rewards)).toBeLessThan(1e-4);
        const withRespectTo = tf.valueAndGrads((...values: tf.Tensor[]) =>
          lossOf({ ...model.params, ...Object.fromEntries(names.map((name, i) => [name, values[i]!])) }),
        );
        const { value, grads } = withRespectTo(names.map((name) => model.params[name]!));
        expect(value.dataSync()[0]).toBeCloseTo(loss, 5);
        names.forEach((name, i) => {
          expect(relativeError(grads[i]!.dataSync(), gradients[name]!.values), name).toBeLessThan(1e-4);
        });
      });
    },
  );
});

it("a head that reads the mean over tokens refuses to see some of them only", () => {
  const fixture = readRewardFixture();
  const base = readModelFixture(fixture.base);
  const config: ModelConfig = { ...base.config, head: { kind: "scalar", pool: "mean" } };
  const model = toModel(config, toPlain({ ...base.parameters, ...fixture.parameters }));
  const rows = tf.tensor1d([0, 1], "int32");
  expect(() => tf.tidy(() => forward(engine.ops, model, ids(fixture.tokens), {}, { rows }))).toThrow(
    RangeError,
  );
});
