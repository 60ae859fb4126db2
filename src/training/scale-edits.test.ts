import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { findMethod } from "../methods/index";
import { configs, randomBase, randomBatch, sessionOf } from "../methods/test-session";
import type { Edits } from "../model/edits";
import { forward } from "../model/transformer";
import { isScalable, scaleEdits } from "./scale-edits";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

/** A trained adapter of a method, and how far its answers are from others. */
function trained(id: string) {
  const config = configs.decoder;
  const base = randomBase(config);
  const batch = randomBatch(config);
  const session = sessionOf(engine, base, config, findMethod(id)!);
  for (let step = 1; step <= 5; step++) session.step(batch, 0.05, step / 5).dispose();
  const answers = (edits: Edits): Float32Array =>
    tf.tidy(() => forward(engine.ops, base, batch.tokens, edits).dataSync() as Float32Array);
  const apart = (a: Edits, b: Edits): number => {
    const [x, y] = [answers(a), answers(b)];
    return Math.max(...x.map((value, i) => Math.abs(value - y[i]!)));
  };
  return { edits: session.edits, apart };
}

describe("the strength of an adapter", () => {
  // One method for each kind of edit: weight, linear, mlpInner, attended, sublayer, output.
  it.each(["full", "lora", "ia3", "llama-adapter", "adapter", "head"])(
    "%s: 0 is the base, 1 the adapter, the way between is short, and 2 goes further",
    (id) => {
      const { edits, apart } = trained(id);
      const at = (strength: number): Edits => scaleEdits(edits, strength, engine.ops);
      expect(isScalable(edits)).toBe(true);
      const whole = apart({}, edits);
      expect(whole).toBeGreaterThan(1e-3);
      expect(apart(at(0), {})).toBe(0);
      expect(apart(at(1), edits)).toBe(0);
      expect(apart(at(0.999999), edits)).toBeLessThan(1e-3 * whole + 1e-5);
      expect(apart(at(0.5), {})).toBeGreaterThan(0.01 * whole);
      expect(apart(at(0.5), edits)).toBeGreaterThan(0.01 * whole);
      expect(apart(at(2), edits)).toBeGreaterThan(0.01 * whole);
    },
  );

  it.each(["prompt-tuning", "prefix-tuning"])("%s: its positions are there or not", (id) => {
    const { edits, apart } = trained(id);
    expect(isScalable(edits)).toBe(false);
    expect(apart(scaleEdits(edits, 0, engine.ops), {})).toBe(0);
    expect(apart(scaleEdits(edits, 0.5, engine.ops), edits)).toBe(0);
  });
});
