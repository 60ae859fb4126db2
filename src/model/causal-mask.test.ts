import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { defaultOptions } from "../lib/options";
import { findMethod } from "../methods/index";
import { TrainingSession } from "../training/session";
import { type ModelConfig, tokensHead } from "./config";
import type { Edits } from "./edits";
import { smallDecoder as config, loudModel } from "./test-models";
import { forward, type Model } from "./transformer";

let engine: Engine;
let model: Model;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
  model = loudModel(config);
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
    const encoder: Model = { ...model, config: { ...config, kind: "encoder" } as ModelConfig };
    expect(logitsOf([...one], encoder).slice(0, seen)).not.toEqual(
      logitsOf([...other], encoder).slice(0, seen),
    );
  });
});
