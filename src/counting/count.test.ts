import { describe, expect, test } from "vitest";
import { findArchitecture } from "./architectures";
import { count, countArchitecture } from "./count";
import { CountingError } from "./counting-error";
import type { RawOptions } from "./options";
import { architectureOf } from "./read-config";

describe("a GPT-2 of two layers and width 64, counted by hand", () => {
  const config = { model_type: "gpt2", vocab_size: 64, n_embd: 64, n_layer: 2, n_head: 2, n_positions: 64 };
  const tiny = architectureOf(config, "tiny");
  const of = (method: string, options: RawOptions = {}) => countArchitecture(tiny, method, options);

  test("has 108,288 parameters", () =>
    expect(of("full")).toMatchObject({ total: 108_288, trained: 108_288 }));

  test.each<[string, RawOptions, number]>([
    ["adapter", { bottleneck: 16 }, 8_512],
    ["adapter", { bottleneck: 16, layerNorms: true }, 9_152],
    ["adapter", { bottleneck: 16, after: "mlp" }, 4_256],
    ["pfeiffer", { bottleneck: 16 }, 4_256],
    ["adapter-bias", {}, 642],
    ["adapter-bias", { shareAlpha: true }, 385],
    ["compacter", { bottleneck: 16, n: 4 }, 1_024],
    ["bitfit", {}, 1_472],
    ["bitfit", { terms: "attention.query+mlp.up" }, 640],
    ["layer-norm", {}, 640],
    ["layer-norm", { terms: "weight" }, 320],
    ["prefix-tuning", { length: 8 }, 2_048],
    ["prefix-tuning", { length: 8, projection: true, hidden: 32 }, 11_040],
    ["p-tuning-v2", { length: 8, depth: "half" }, 1_024],
    ["prompt-tuning", { length: 8 }, 512],
    ["p-tuning", { length: 8, hidden: 64 }, 12_992],
    ["p-tuning", { length: 8, encoder: "lstm", hidden: 32 }, 59_008],
    ["llama-adapter", { length: 8 }, 1_026],
    ["lora", { rank: 4, targets: "attention.query+attention.value" }, 2_048],
    ["lora", { rank: 4, targets: "all-linear" }, 8_192],
    [
      "lora",
      {
        rank: 4,
        targets: [
          "attention.query",
          "attention.key",
          "attention.value",
          "attention.output",
          "mlp.up",
          "mlp.down",
        ],
      },
      9_216,
    ],
    ["dora", { rank: 4, targets: "query+value" }, 2_304],
    ["adalora", { rank: 4, targets: "query+value" }, 2_064],
    ["vera", { rank: 32, targets: "query+value" }, 384],
    ["ia3", { targets: "attention.key+attention.value+mlp.down" }, 768],
    ["random-subset", { share: 0.02 }, 1_968],
    ["lora", { r: 4, targets: "query,value", layers_to_transform: "1" }, 1_024],
    ["lora", { r: 4, targets: "query,value", bias: "all" }, 3_520],
  ])("%s %o trains %i", (method, options, trained) => {
    expect(of(method, options).trained).toBe(trained);
  });
});

test("what is kept differs from what is trained where an encoder falls away or ranks are cut", () => {
  expect(
    count("gpt2-medium", "prefix-tuning", { length: 10, prefix_projection: true, hidden: 512 }),
  ).toMatchObject({
    trained: 25_750_016,
    kept: 491_520,
    fileBytes: { fp32: 1_966_080, fp16: 983_040 },
  });
  expect(count("Llama-3.2-3B", "p-tuning", { length: 20 })).toMatchObject({
    trained: 28_382_208,
    fileBytes: { fp32: 245_760 },
  });
  const adalora = count("llama-7b", "adalora");
  expect(adalora.kept).toBe((adalora.trained * 8) / 12);
  expect(count("llama-7b", "adalora", { rank: 12, targetRank: 12 }).kept).toBe(adalora.trained);
});

test("frozen projections and places are stored though not trained", () => {
  expect(count("Llama-3.2-3B", "vera")).toMatchObject({
    trained: 129_024,
    fileBytes: { fp32: 4 * (129_024 + 256 * 6144) },
  });
  expect(count("Llama-3.2-3B", "shira", { r: 32 }).fileBytes.fp32).toBe(12 * 9_175_040);
});

test("VeRA's projections are in memory, whether they are stored or not", () => {
  for (const save_projection of [true, false]) {
    const { total, weightBytes } = count("Llama-3.2-3B", "vera", { save_projection });
    expect(weightBytes.fp32).toBe(4 * (total + 129_024 + 256 * 6144));
  }
});

test("BitFit says so where there are no biases", () => {
  const notes = (model: string, options: RawOptions = {}) =>
    count(model, "bitfit", options).notes.map(({ text }) => text);
  expect(notes("llama-7b")).toEqual(["this model has no biases: BitFit would have to add them"]);
  expect(notes("Qwen2.5-0.5B", { terms: "mlp.up" })).toEqual([
    "what was chosen has no biases in this model: BitFit would have to add them",
  ]);
  expect(notes("Qwen2.5-0.5B")).toEqual([]);
  expect(notes("gpt2")).toEqual([]);
});

test("an encoder-decoder has two sets of prompts in HF PEFT, unless it is told otherwise", () => {
  const trained = (model: string, options: RawOptions = {}) =>
    count(model, "prompt-tuning", { length: 20, ...options }).trained;
  expect(trained("t5-large")).toBe(40_960);
  expect(trained("t5-large", { num_transformer_submodules: 1 })).toBe(20_480);
  expect(trained("t5-v1_1-small", { task_type: "SEQ_2_SEQ_LM" })).toBe(20_480);
  expect(trained("t5-small", { task_type: "SEQ_CLS" })).toBe(10_240);
});

test("memory follows from what is trained", () => {
  const report = count("roberta-base", "full");
  expect(report).toMatchObject({
    gradientBytes: 4 * 124_645_632,
    optimizerBytes: 8 * 124_645_632,
    weightBytes: { fp32: 4 * 124_645_632, fp16: 2 * 124_645_632 },
    share: 1,
  });
});

test("a head is trained beside the method, and HF PEFT keeps a copy of it", () => {
  const report = count("bert-base-cased", "lora", { r: 8, task_type: "SEQ_CLS", num_labels: 3 });
  const head = 768 * 3 + 3;
  expect(report).toMatchObject({ trained: 294_912 + head, total: 108_310_272 + head });
  expect(report.peft.all).toBe(108_310_272 + 2 * head + 294_912);
  expect(count("roberta-base", "head").trained).toBe(592_130);
  expect(count("bert-base-cased", "head", { kind: "mlp", hidden: 32 }).trained).toBe(
    1_538 + 2 * 768 * 32 + 32 + 768,
  );
  expect(count("roberta-large", "lora", { modules_to_save: "classifier" }).trained).toBe(786_432 + 1_051_650);
  expect(count("llama-7b", "lora", { modules_to_save: "embed_tokens,lm_head" }).trained).toBe(
    4_194_304 + 2 * 32_000 * 4096,
  );
});

test("a head is trained once, with the whole base beside the prompts too", () => {
  const options = { freeze_base: false, task_type: "SEQ_CLS", length: 8 };
  const { trained, kept, total } = count("bert-base-cased", "p-tuning", options);
  expect(trained).toBe(110_089_730);
  expect(kept).toBe(total + 8 * 768);
});

test("models and methods go by many names", () => {
  expect(findArchitecture("meta-llama/Llama-3.2-3B-Instruct")?.id).toBe("Llama-3.2-3B");
  expect(findArchitecture("BERT-Base-Cased")?.id).toBe("bert-base-cased");
  expect(findArchitecture("google/t5-v1_1-xxl")?.id).toBe("t5-v1_1-xxl");
  expect(findArchitecture("llama-2-7b-chat-hf")?.id).toBe("Llama-2-7b-hf");
  expect(count("gpt2", "PREFIX_TUNING").method).toBe("prefix-tuning");
  expect(count("gpt2", "LN_TUNING").method).toBe("layer-norm");
  expect(
    count("gpt2", "lora", { R: 2, lora_alpha: 32, use_rslora: true, "target-modules": '["c_attn"]' }).trained,
  ).toBe(73_728);
});

test("what is not there is answered with what there is", () => {
  const messageOf = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      if (error instanceof CountingError) return error.message;
    }
    return "no error";
  };
  expect(messageOf(() => count("gpt5", "lora"))).toMatch(
    /no model "gpt5" here\. Did you mean .*gpt2.*config\.json/,
  );
  expect(messageOf(() => count("qqqq", "lora"))).toMatch(/no model "qqqq" here\. .*gpt2-medium/);
  expect(messageOf(() => count("gpt2", "magic"))).toMatch(/no method "magic".*lora/);
  expect(messageOf(() => count("gpt2", "lroa"))).toMatch(/Did you mean lora/);
  expect(messageOf(() => count("gpt2", "lora", { target_module: "c_attn" }))).toMatch(
    /Did you mean target_modules/,
  );
  expect(messageOf(() => count("gpt2", "lora", { depth: 3 }))).toMatch(/no option "depth".*target_modules/);
  expect(messageOf(() => count("gpt2", "lora", { r: 0 }))).toMatch(/"r" cannot be "0"/);
  expect(messageOf(() => count("gpt2", "lora", { targets: "wings" }))).toMatch(/no module "wings".*c_attn/);
  expect(messageOf(() => count("gpt2", "lora", { targets: "*.c_attn" }))).toMatch(
    /"\*\.c_attn" is no pattern.*regular expression/,
  );
  expect(messageOf(() => count("gpt2", "lora", { targets: ".*wings" }))).toMatch(
    /no module ".\*wings".*c_attn/,
  );
  expect(messageOf(() => count("gpt2", "lora", { layers: "12" }))).toMatch(/no block "12".*0 to 11/);
  expect(messageOf(() => count("whisper-small", "lora", { task_type: "SEQ_CLS" }))).toMatch(
    /no head for SEQ_CLS/,
  );
});
