import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type Engine, startEngine } from "../engine/engine";
import { largestDifference } from "../lib/largest-difference";
import { type AnyOptions, defaultOptions } from "../lib/options";
import { decodeTensors, encodeTensors, type PlainTensor, type TensorFile } from "../lib/safetensors";
import { findMethod, methods } from "../methods/index";
import { type ModelConfig, tokensHead } from "../model/config";
import { forward } from "../model/transformer";
import { toModel } from "../training/load-base";
import { nodeEngineFiles } from "./node-files";
import { referenceFile } from "./reference-file";

const classifier: ModelConfig = {
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

const twoStacks: ModelConfig = {
  kind: "encoder-decoder",
  vocabulary: 11,
  context: 5,
  encoder: 2,
  decoder: 1,
  heads: 2,
  width: 8,
  tied: true,
  head: tokensHead,
};

/** The file as someone outside reads it. */
function read(id: string, options: AnyOptions = {}, steps = 2, config: ModelConfig = classifier): TensorFile {
  const method = findMethod(id)!;
  const spec = { config, method, options: { ...defaultOptions(method.options), ...options }, seed: 4, steps };
  return decodeTensors(encodeTensors(referenceFile(engine, spec)));
}

describe("a reference file", () => {
  it.each(methods)("of $id has what goes in and what comes out", ({ id, mergeable, options, parts }) => {
    const { tensors, metadata } = read(id);
    const made = parts(classifier, defaultOptions(options));
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

  it("says which entries of a matrix a random subset trains", () => {
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

  it("of an encoder-decoder has what its encoder reads, padded, and its logits follow from it", () => {
    const { tensors, metadata } = read("lora", {}, 2, twoStacks);
    expect(JSON.parse(metadata.config!)).toMatchObject({ kind: "encoder-decoder", encoder: 2, decoder: 1 });
    const { source, tokens } = { source: tensors["batch.source"]!, tokens: tensors["batch.tokens"]! };
    expect(source.shape).toEqual([4, 5]);
    // One token of padding more from row to row.
    for (const { data } of [source, tokens]) {
      const padding = Array.from(data).map((id, i) => (id === 0 ? 1 : 0) * (1 + Math.floor(i / 5)));
      expect(padding.filter(Boolean)).toEqual([2, 3, 3, 4, 4, 4]);
    }
    expect(Array.from(source.data)).not.toEqual(Array.from(tokens.data));
    for (const name of ["decoder.blocks.0.cross.value.lora_B", "encoder.blocks.1.attention.query.lora_B"]) {
      expect(Object.keys(tensors)).toEqual(expect.arrayContaining([`gradient.${name}`, `after.${name}`]));
    }
    const base = Object.entries(tensors).filter(([name]) => name.startsWith("base."));
    const model = toModel(
      twoStacks,
      Object.fromEntries(base.map(([name, plain]) => [name.replace(/^base\./, ""), plain])),
    );
    const ids = ({ shape, data }: PlainTensor) =>
      tf.tensor2d(Int32Array.from(data), [...shape] as [number, number], "int32");
    // LoRA starts as the base.
    const logits = forward(engine.ops, model, ids(tokens), {}, { source: ids(source) });
    expect(largestDifference(logits.dataSync(), tensors.logits!.data)).toBeLessThan(1e-5);
  });

  it("of a decoder or an encoder has no source", () => {
    expect(read("lora").tensors).not.toHaveProperty(["batch.source"]);
  });
});
