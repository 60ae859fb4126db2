import { describe, expect, test } from "vitest";
import { tasks } from "./architecture";
import { countArchitecture } from "./count";
import { CountingError } from "./counting-error";
import { models } from "./models/index";
import { architectureOf, readConfig } from "./read-config";

const llama = {
  model_type: "llama",
  vocab_size: 128_256,
  hidden_size: 2048,
  intermediate_size: 8192,
  num_hidden_layers: 16,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  tie_word_embeddings: true,
};

const total = (config: object): number => countArchitecture(readConfig(JSON.stringify(config)), "full").total;

test("a config.json is counted like the model known by name", () => {
  const config = {
    ...llama,
    architectures: ["LlamaForCausalLM"],
    rope_scaling: { factor: 32 },
    torch_dtype: "bfloat16",
  };
  expect(total(config)).toBe(1_235_814_400);
  expect(readConfig(JSON.stringify({ ...config, _name_or_path: "meta-llama/Llama-3.2-1B" })).id).toBe(
    "Llama-3.2-1B",
  );
  expect(readConfig(JSON.stringify(config)).id).toBe("config.json");
  expect(readConfig(`\uFEFF${JSON.stringify(config)}`, "mine").id).toBe("mine");
});

test("Python's infinities are passed over", () => {
  const text = JSON.stringify(llama).replace("{", '{"limit": [0.0, Infinity], "other": NaN, ');
  expect(countArchitecture(readConfig(text), "full").total).toBe(1_235_814_400);
});

test("every model known by name is read from such a config", () => {
  for (const { id, config } of models) expect(readConfig(JSON.stringify(config), id).id).toBe(id);
});

test("the fields that shape a model are all of it", () => {
  for (const { id, config } of models) {
    const whole = architectureOf(config, id);
    const again = architectureOf(whole.config, id);
    expect(again.note, id).toEqual(whole.note);
    for (const task of [null, ...tasks]) expect(again.load(task, 3), id).toEqual(whole.load(task, 3));
  }
  expect(Object.keys(readConfig(JSON.stringify({ ...llama, torch_dtype: "bfloat16" })).config)).not.toContain(
    "torch_dtype",
  );
});

test("of a model that sees, the language model is counted, and that is said", () => {
  const report = countArchitecture(
    readConfig(JSON.stringify({ model_type: "llava", text_config: llama, vision_config: {} })),
    "lora",
  );
  expect(report.total).toBe(1_235_814_400);
  expect(report.notes.map(({ text }) => text)).toEqual([
    "only the language model of this llava is counted, not what reads pictures or sound",
  ]);
});

describe("what cannot be read is answered with what to do", () => {
  test.each<[string, string, RegExp]>([
    ["no JSON", "hidden_size: 768", /this is no JSON\. Expected: the text of a config\.json/],
    ["half of it", '{"model_type": "bert", ', /this is no JSON/],
    ["nothing", "", /this is no JSON/],
    ["a list", "[1, 2]", /this JSON is no config/],
    ["null", "null", /this JSON is no config/],
    ["no kind", '{"hidden_size": 768}', /no "model_type"/],
    ["an adapter's config", '{"peft_type": "LORA", "r": 8}', /config of an adapter.*base_model_name_or_path/],
    [
      "an unknown kind",
      '{"model_type": "mamba"}',
      /models of type "mamba" cannot be counted.*Expected: bert/,
    ],
    ["a misspelt kind", '{"model_type": "qwen_3"}', /Did you mean .*qwen3/],
    ["a prototype's name", '{"model_type": "constructor"}', /cannot be counted/],
  ])("%s", (_, text, message) => {
    expect(() => readConfig(text)).toThrow(message);
    expect(() => readConfig(text)).toThrow(CountingError);
  });

  test.each<[string, object, RegExp]>([
    ["a missing size", { hidden_size: undefined }, /a llama model needs "hidden_size"/],
    [
      "a negative one",
      { hidden_size: -2048 },
      /"hidden_size" in the config cannot be -2048\. Expected: a whole number/,
    ],
    ["a broken one", { num_hidden_layers: 16.5 }, /"num_hidden_layers" .* 16\.5/],
    ["too many layers to wait for", { num_hidden_layers: 2e9 }, /"num_hidden_layers" .* from 1 to 4096/],
    ["a huge one", { vocab_size: 1e15 }, /"vocab_size" .* 1000000000000000/],
    ["a text", { intermediate_size: "8192" }, /"intermediate_size" .* "8192"/],
    ["a wrong switch", { tie_word_embeddings: "yes" }, /"tie_word_embeddings" .* true or false/],
  ])("%s", (_, change, message) => {
    expect(() => total({ ...llama, ...change })).toThrow(message);
  });
});
