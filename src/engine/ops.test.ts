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

  it("a log-probability is finite however small the probability is, and so is a log-sigmoid", () => {
    const logits = tf.tensor3d([[[0, 200, -300]]]);
    const far = tf.tensor2d([[-300, 300]]);
    for (const ops of [plainOps, engine.ops]) {
      expect(ops.tokenLogProbs(logits, tf.tensor2d([[2]], [1, 1], "int32")).dataSync()[0]).toBe(-500);
      expect([...ops.logSigmoid(far).dataSync()].map(Math.abs)).toEqual([300, 0]);
    }
  });

  it("NaN and infinite logits give a loss that is not finite", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const [logits, targets] = [tf.tensor3d([[[bad, 0, 0]]]), tf.zeros([1, 1], "int32")];
      const loss = engine.ops.crossEntropy(logits, targets, tf.ones([1, 1]), tf.scalar(1));
      expect(Number.isFinite(loss.dataSync()[0])).toBe(false);
      expect(Number.isFinite(engine.ops.tokenLogProbs(logits, targets).dataSync()[0])).toBe(false);
    }
  });
});
