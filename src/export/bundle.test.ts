import { expect, test } from "vitest";
import { decodeTensors } from "../lib/safetensors";
import { sizeOf } from "../lib/shape";
import { parameterShapes } from "../model/parameters";
import { adapterBundle, type Bundle, baseAndAdapterBundle, modelBundle, modelFiles } from "./bundle";
import { noShift, type TrainedAdapter } from "./layout";
import { config, tensor } from "./test-adapters";
import { generationConfig, optConfig, optShapes, tokenizerConfig } from "./test-transformers-table";
import type { WholeModel } from "./whole-model";

const model: WholeModel = {
  config,
  parameters: Object.fromEntries(
    Object.entries(parameterShapes(config)).map(([name, shape], i) => [name, tensor(shape, i + 1)]),
  ),
  vocabulary: { unit: "character", tokens: ["", ..."=.?abcdefg"] },
  end: 2,
  classes: [],
};
const prompt: TrainedAdapter = {
  method: "prompt-tuning",
  options: { length: 4 },
  config,
  steps: 9,
  tensors: { "prompt.vectors": tensor([4, 6]) },
};
const origin = { title: "tiny", example: { prompt: "?ab=", answer: "ba" } };

function filesOf(bundle: Bundle): Readonly<Record<string, Uint8Array>> {
  if (!bundle.ok) throw new Error(bundle.refusal);
  return bundle.files;
}
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const jsonOf = (bytes: Uint8Array | undefined): unknown => JSON.parse(textOf(bytes));

test("a base has the names, shapes and config that transformers expects of an OPT", () => {
  const files = modelFiles(model, noShift);
  expect(Object.keys(files).sort()).toEqual([
    "config.json",
    "generation_config.json",
    "model.safetensors",
    "special_tokens_map.json",
    "tokenizer.json",
    "tokenizer_config.json",
  ]);
  const { tensors, metadata } = decodeTensors(files["model.safetensors"]!);
  expect(metadata).toEqual({ format: "pt" });
  expect(Object.fromEntries(Object.entries(tensors).map(([name, { shape }]) => [name, shape]))).toEqual(
    optShapes,
  );
  expect(jsonOf(files["config.json"])).toMatchObject(optConfig);
  expect(jsonOf(files["generation_config.json"])).toEqual(generationConfig);
  expect(jsonOf(files["tokenizer_config.json"])).toMatchObject(tokenizerConfig);
});

test("matrices are turned, tables are not, and positions start at the third row", () => {
  const { tensors } = decodeTensors(modelFiles(model, noShift)["model.safetensors"]!);
  const up = model.parameters["blocks.1.mlp.up.weight"]!;
  const fc1 = tensors["model.decoder.layers.1.fc1.weight"]!;
  expect(fc1.data[7 * 6 + 2]).toBe(up.data[2 * 24 + 7]);
  expect(tensors["model.decoder.embed_tokens.weight"]).toEqual(model.parameters["embedding.token.weight"]);
  const rows = [...tensors["model.decoder.embed_positions.weight"]!.data];
  expect(rows.slice(0, 12).every((value) => value === 0)).toBe(true);
  expect(rows.slice(12)).toEqual([...model.parameters["embedding.position.weight"]!.data]);
});

test("an output matrix that is not the embedding gets its place", () => {
  const untied = { ...config, tied: false };
  const head = { "head.weight": tensor([6, 11]) };
  const files = modelFiles(
    { ...model, config: untied, parameters: { ...model.parameters, ...head } },
    noShift,
  );
  expect(decodeTensors(files["model.safetensors"]!).tensors["lm_head.weight"]?.shape).toEqual([11, 6]);
  expect(jsonOf(files["config.json"])).toMatchObject({ tie_word_embeddings: false });
});

test("under a soft prompt of P vectors the base has P empty rows more, and its README says so", () => {
  const files = filesOf(baseAndAdapterBundle(prompt, model, origin));
  expect(jsonOf(files["base/config.json"])).toMatchObject({ max_position_embeddings: 8 + 4 });
  const { tensors } = decodeTensors(files["base/model.safetensors"]!);
  const positions = tensors["model.decoder.embed_positions.weight"]!;
  expect(positions.shape).toEqual([2 + 4 + 8, 6]);
  expect([...positions.data.subarray(0, 36)].every((value) => value === 0)).toBe(true);
  expect(textOf(files["README.md"])).toContain("the position table in `base/` has 4 rows of zeros in front");
  expect(textOf(filesOf(modelBundle(model, origin))["README.md"])).not.toContain("empty rows");
});

test("an encoder's base says where [CLS] is, and leaves the classifier to the adapter", () => {
  const encoder = { ...config, kind: "encoder", head: { kind: "classes", k: 2, pool: "first" } } as const;
  const words = {
    unit: "word",
    tokens: ["", "[CLS]", "[MASK]", "[UNK]", "a", "b", "c", "d", "e", "f", "g"],
  } as const;
  const base = { ...model, config: encoder, vocabulary: words, end: -1, classes: ["bad", "good"] };
  const files = filesOf(baseAndAdapterBundle({ ...prompt, config: encoder }, base, origin));
  expect(jsonOf(files["base/config.json"])).toMatchObject({
    first_token: 4,
    max_position_embeddings: 12,
    num_labels: 2,
    id2label: { 0: "bad", 1: "good" },
  });
  const { tensors } = decodeTensors(files["base/model.safetensors"]!);
  expect(tensors["model.encoder.embed_positions.weight"]?.shape).toEqual([12, 6]);
  expect(Object.keys(tensors).filter((name) => name.includes("classifier"))).toEqual([]);
  expect(Object.keys(files)).toContain("modeling_playground.py");
  expect(textOf(files["README.md"])).toContain("reads [CLS] at position 4");
});

test("each export holds what it is called after", () => {
  const paths = (bundle: Bundle): string[] => Object.keys(filesOf(bundle)).sort();
  expect(paths(adapterBundle(prompt, "tiny"))).toEqual([
    "README.md",
    "adapter_config.json",
    "adapter_model.safetensors",
  ]);
  const folder = [
    "config.json",
    "generation_config.json",
    "model.safetensors",
    "special_tokens_map.json",
    "tokenizer.json",
    "tokenizer_config.json",
  ];
  expect(paths(baseAndAdapterBundle(prompt, model, origin))).toEqual([
    "README.md",
    "adapter/adapter_config.json",
    "adapter/adapter_model.safetensors",
    ...folder.map((name) => `base/${name}`),
  ]);
  expect(paths(modelBundle(model, origin))).toEqual(["README.md", ...folder.map((name) => `model/${name}`)]);
});

test("a base that was trained along goes into the folder, and is refused where there is none", () => {
  const changed = tensor([6, 6], 77);
  const trained = {
    ...prompt,
    method: "p-tuning",
    options: { length: 4, encoder: "mlp", hidden: 3 },
    tensors: { ...prompt.tensors, "blocks.0.attention.query.weight": changed },
  };
  expect(adapterBundle(trained, "tiny")).toEqual({ ok: false, refusal: "base-trained" });
  const files = filesOf(baseAndAdapterBundle(trained, model, origin));
  const { tensors } = decodeTensors(files["base/model.safetensors"]!);
  expect(tensors["model.decoder.layers.0.self_attn.q_proj.weight"]!.data[1]).toBe(changed.data[6]);
  expect(textOf(files["README.md"])).toContain("also trained the base");
});

test("READMEs have about ten lines of Python, and name no version that was not tried", () => {
  for (const bundle of [baseAndAdapterBundle(prompt, model, origin), modelBundle(model, origin)]) {
    const text = textOf(filesOf(bundle)["README.md"]);
    const [, lines = ""] = /```python\n([\s\S]*?)```/.exec(text) ?? [];
    expect(lines.trim().split("\n").length).toBeLessThanOrEqual(11);
    expect(text).toContain("On the page it answered `ba`.");
    expect(text).not.toMatch(/0\.22|5\.19|undefined|null/);
  }
});

test("no parameter is lost on the way", () => {
  const { tensors } = decodeTensors(modelFiles(model, noShift)["model.safetensors"]!);
  const count = (shapes: readonly (readonly number[])[]): number =>
    shapes.reduce((sum, shape) => sum + sizeOf(shape), 0);
  const spare = 2 * config.width;
  expect(count(Object.values(tensors).map(({ shape }) => shape))).toBe(
    spare + count(Object.values(parameterShapes(config))),
  );
});
