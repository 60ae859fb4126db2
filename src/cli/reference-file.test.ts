import { beforeAll, describe, expect, it } from "vitest";
import { type Engine, startEngine } from "../engine/engine";
import { type AnyOptions, defaultOptions } from "../lib/options";
import { decodeTensors, encodeTensors, type TensorFile } from "../lib/safetensors";
import { findMethod, methods } from "../methods/index";
import type { ModelConfig } from "../model/config";
import { nodeEngineFiles } from "./node-files";
import { referenceFile } from "./reference-file";

const config: ModelConfig = {
  kind: "encoder",
  vocabulary: 11,
  context: 5,
  layers: 1,
  heads: 2,
  width: 8,
  tied: true,
  head: { kind: "classes", k: 3, pool: "first" },
};

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine("wasm", nodeEngineFiles);
});

/** The file as someone outside reads it. */
function read(id: string, options: AnyOptions = {}, steps = 2): TensorFile {
  const method = findMethod(id)!;
  const spec = { config, method, options: { ...defaultOptions(method.options), ...options }, seed: 4, steps };
  return decodeTensors(encodeTensors(referenceFile(engine, spec)));
}

describe("a reference file", () => {
  it.each(methods)("of $id has what goes in and what comes out", ({ id, mergeable, options, parts }) => {
    const { tensors, metadata } = read(id);
    const made = parts(config, defaultOptions(options));
    for (const { name } of made.filter((part) => part.trained)) {
      expect(Object.keys(tensors)).toEqual(
        expect.arrayContaining([`variable.${name}`, `gradient.${name}`, `after.${name}`]),
      );
    }
    for (const { name, shape } of made.filter((part) => part.stored)) {
      expect(tensors[`fixed.${name}`]?.shape).toEqual(shape);
    }
    expect(Object.hasOwn(tensors, "merged.classifier.weight")).toBe(mergeable);
    expect(tensors.logits?.shape).toEqual([4, 1, 3]);
    expect(JSON.parse(metadata.options!)).toEqual(defaultOptions(options));
  });

  it("says which numbers of a matrix a random subset moves", () => {
    const { tensors } = read("random-subset", { share: 0.1, within: ["mlp.up"] });
    const data = (name: string): number[] => Array.from(tensors[name]!.data);
    const expected = data("base.blocks.0.mlp.up.weight");
    const changes = data("after.blocks.0.mlp.up.weight.subset");
    data("fixed.blocks.0.mlp.up.weight.indices").forEach((place, i) => {
      expected[place]! += changes[i]!;
    });
    expect(changes.every((change) => change !== 0)).toBe(true);
    data("merged.blocks.0.mlp.up.weight").forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 6);
    });
  });

  it("lets AdaLoRA's budget fall over the steps", () => {
    const { tensors } = read("adalora", { rank: 4, targetRank: 1, warmUp: 0, settled: 0.5 }, 4);
    const entries = ["query", "value"].flatMap((matrix) =>
      Array.from(tensors[`after.blocks.0.attention.${matrix}.lora_E`]!.data),
    );
    expect(entries.filter((entry) => entry !== 0)).toHaveLength(2);
  });

  it("says which variables move at a rate of their own", () => {
    const { metadata } = read("p-tuning", { freezeBase: false }, 1);
    expect(JSON.parse(metadata.steps!)).toMatchObject({ rates: { "norm.weight": 0.1 } });
  });
});
