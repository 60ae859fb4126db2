import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nodeEngineFiles } from "../cli/node-files";
import { type Engine, startEngine } from "../engine/engine";
import { attentionWeights } from "./attention-weights";
import { nextTokens } from "./next-tokens";
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

const tokens = [3, 1, 4, 1, 5, 9, 2];
const text = (): tf.Tensor2D => tf.tensor2d([tokens], [1, tokens.length], "int32");

/** Values and what the heads made of them (T, C), as the engine's own attention computes it in a block. */
function readIn(layer: number): { values: number[][]; heads: number[][] } {
  const seen = { values: [] as number[][], heads: [] as number[][] };
  const rows = (x: tf.Tensor3D): number[][] => (x.arraySync() as number[][][])[0]!;
  tf.tidy(() => {
    forward(engine.ops, subject.model, text(), {
      keysValues(at, k, v) {
        if (at.layer === layer) seen.values = rows(v);
        return [k, v];
      },
      attended(at, _, heads) {
        if (at.layer === layer) seen.heads = rows(heads);
        return heads;
      },
    });
  });
  return seen;
}

describe("attention weights", () => {
  it.each([0, 1])(
    "of block %i give what the engine's own attention gives, when they weigh the values",
    async (layer) => {
      const heads = await attentionWeights(subject, tokens, layer);
      expect(heads).toHaveLength(config.heads);
      const expected = readIn(layer);
      const size = config.width / config.heads;
      heads.forEach(({ queries, keys, weights }, head) => {
        expect([queries, keys]).toEqual([tokens.length, tokens.length]);
        for (let query = 0; query < queries; query++)
          for (let i = head * size; i < (head + 1) * size; i++) {
            let mixed = 0;
            for (let key = 0; key < keys; key++)
              mixed += weights[query * keys + key]! * expected.values[key]![i]!;
            expect(mixed).toBeCloseTo(expected.heads[query]![i]!, 4);
          }
      });
    },
  );

  it("never see a later token, and add up to 1", async () => {
    for (const { queries, keys, weights } of await attentionWeights(subject, tokens, 1))
      for (let query = 0; query < queries; query++) {
        const row = [...weights.slice(query * keys, (query + 1) * keys)];
        expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
        expect(row.slice(query + 1).every((weight) => weight === 0)).toBe(true);
      }
  });

  it("count positions that a method puts in front", async () => {
    const front = tf.ones([1, 3, config.width]) as tf.Tensor3D;
    const edits: Subject["edits"] = {
      keysValues: (_, k, v) => [tf.concat([front, k], 1), tf.concat([front, v], 1)],
    };
    const [head] = await attentionWeights({ ...subject, edits }, tokens, 0);
    front.dispose();
    expect([head!.queries, head!.keys]).toEqual([7, 10]);
    const first = [...head!.weights.slice(0, 10)];
    expect(first.filter((weight) => weight > 0)).toHaveLength(4);
  });

  it("leave no tensor behind, and refuse a block that is not there", async () => {
    const before = tf.memory().numTensors;
    await attentionWeights(subject, tokens, 0);
    expect(tf.memory().numTensors).toBe(before);
    await expect(attentionWeights(subject, tokens, 2)).rejects.toThrow(RangeError);
    await expect(attentionWeights(subject, tokens, 0.5)).rejects.toThrow(RangeError);
  });
});

describe("next tokens", () => {
  it("are the softmax of the logits at each position", async () => {
    const rows = await nextTokens(subject, tokens);
    const logits = tf.tidy(() => forward(engine.ops, subject.model, text()).arraySync() as number[][][])[0]!;
    expect(rows).toHaveLength(tokens.length);
    rows.forEach((row, at) => {
      const powers = logits[at]!.map(Math.exp);
      const total = powers.reduce((sum, power) => sum + power, 0);
      const largest = Math.max(...row.map((chance, id) => Math.abs(chance - powers[id]! / total)));
      expect(largest).toBeLessThan(1e-5);
    });
  });
});
