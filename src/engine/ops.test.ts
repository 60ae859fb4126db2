import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "./engine";
import { opKinds, opResults, worstDifference } from "./op-cases";
import { plainOps } from "./plain-ops";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

describe("fused operations agree with the plain ones on wasm, values and gradients", () => {
  it("runs the fused kernels here", () => expect(engine.fused).toBe(true));

  const samples = opKinds.flatMap((kind) => Array.from({ length: 30 }, (_, i) => [kind, i] as const));
  it.each(samples)("%s, sample %i", async (kind, sample) => {
    const expected = await opResults(kind, sample, plainOps);
    const found = await opResults(kind, sample, engine.ops);
    expect(worstDifference(expected, found)).toBeLessThan(1e-5);
  });

  it("a loss over nothing that counts is 0, not NaN", () => {
    const [logits, targets, weights] = [
      tf.randomNormal([1, 2, 5]),
      tf.zeros([1, 2], "int32"),
      tf.zeros([1, 2]),
    ];
    for (const ops of [plainOps, engine.ops]) {
      expect(ops.crossEntropy(logits, targets, weights).dataSync()[0]).toBe(0);
    }
  });

  it("NaN and infinite logits give a loss that is not finite", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const logits = tf.tensor3d([[[bad, 0, 0]]]);
      const loss = engine.ops.crossEntropy(logits, tf.zeros([1, 1], "int32"), tf.ones([1, 1]));
      expect(Number.isFinite(loss.dataSync()[0])).toBe(false);
    }
  });
});
