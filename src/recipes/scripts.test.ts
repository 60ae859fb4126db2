import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { defaultOptions } from "../lib/options";
import { methods } from "../methods/index";
import { modelsFor, recipeFor, recipeIds } from "./index";
import { learningRates } from "./learning-rates";
import { notebookText } from "./notebook";
import { scriptText } from "./script";
import { type Case, cases, everyCase } from "./test-cases";
import { options } from "./test-options";

const python = spawnSync("python3", ["--version"]).status === 0;

test("every method has a recipe, with the options that it has", () => {
  expect(methods.map(({ id }) => id).filter((id) => !recipeIds.includes(id))).toEqual([]);
  expect(Object.keys(options).sort()).toEqual([...recipeIds].sort());
  for (const method of methods) {
    for (const model of modelsFor(method.id)) {
      expect(() => recipeFor(method.id, defaultOptions(method.options), model)).not.toThrow();
    }
  }
});

test("every method can be taken to a model of each kind", () => {
  for (const id of recipeIds) {
    expect(new Set(modelsFor(id).map(({ kind }) => kind)).size, id).toBe(3);
  }
});

// Without python3 this test is shown as skipped; the ones below look at the text alone.
test.runIf(python)(
  "Python takes every script, and its names and keywords are real",
  () => {
    const all = [...cases, ...everyCase].map(({ name, script }) => ({ name, code: scriptText(script) }));
    const input = JSON.stringify(all);
    const checker = fileURLToPath(new URL("fixtures/check-scripts.py", import.meta.url));
    const { stdout, stderr, status } = spawnSync("python3", [checker], { input, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toBe("");
  },
  240_000,
);

test("brackets are closed and no template shows through", () => {
  for (const { name, script } of cases) {
    const text = scriptText(script);
    for (const [open, close] of ["()", "[]", "{}"]) {
      expect(text.split(open!).length, `${name} ${open}`).toBe(text.split(close!).length);
    }
    expect(text, name).not.toMatch(/undefined|\[object|\0|NaN|\t/);
    expect(text, name).not.toMatch(/[ ]+$/m);
  }
}, 30_000);

test("the model, the learner's options and a rate with its source are in the script", () => {
  for (const { name, options: chosen, model, script } of cases) {
    const text = scriptText(script);
    expect(text, name).toContain(`default="${model.id}"`);
    for (const [option, value] of Object.entries(chosen)) {
      const shown = Array.isArray(value) ? value.join(" + ") : String(value);
      expect(text, name).toContain(`${option} = ${shown}`);
    }
    expect(text.replaceAll(/\n +# /g, " "), name).toMatch(/Where [\d.e-]+ comes from: \w/);
  }
});

test("numbers of the learner reach the config", () => {
  const find = (method: string, at: number, kind: string): string => {
    const found = cases.filter((each) => each.method === method && each.model.kind === kind);
    return scriptText(found[at]!.script);
  };
  const lora = find("lora", 4, "causal-lm");
  expect(lora).toContain("r=16,");
  expect(lora).toContain("lora_alpha=32,");
  expect(lora).toContain("use_rslora=True,");
  expect(lora).toContain("torch.nn.init.zeros_(parameter)");
  expect(find("adalora", 0, "seq2seq")).toContain("tfinal=int((1 - 0.5) * total_steps),");
  expect(find("adalora", 0, "seq2seq")).toContain("base_model.update_and_allocate(step)");
  expect(find("compacter", 0, "sequence-classification")).toContain("reduction_factor=96,");
  expect(find("llama-adapter", 0, "causal-lm")).toContain("adapter_layers=12,");
  expect(find("ia3", 0, "sequence-classification")).toContain(
    String.raw`feedforward_modules=r".*\.(?:\d+\.output\.dense)",`,
  );
  expect(find("ia3", 0, "seq2seq")).toContain(`feedforward_modules=["wo"],`);
  expect(find("p-tuning", 3, "causal-lm")).toMatch(/_type="(MLP|LSTM)"/);
});

test("AdapterBias trains the layer norms that do not belong to attention", () => {
  const trains = (model: string, module: string): boolean => {
    const found = cases.find(
      (each) => each.method === "adapter-bias" && each.options.layerNorms === true && each.model.id === model,
    )!;
    const [, expression] = /re\.search\(r"(.*)", name\)/.exec(scriptText(found.script)) ?? [];
    return new RegExp(expression!).test(module);
  };
  const norms: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      "google-bert/bert-base-uncased",
      ["bert.encoder.layer.3.output.LayerNorm", "bert.embeddings.LayerNorm"],
      ["bert.encoder.layer.3.attention.output.LayerNorm"],
    ],
    ["openai-community/gpt2", ["transformer.h.0.ln_2", "transformer.ln_f"], ["transformer.h.0.ln_1"]],
    [
      "meta-llama/Llama-3.2-1B",
      ["model.layers.0.post_attention_layernorm", "model.norm"],
      ["model.layers.0.input_layernorm"],
    ],
    [
      "google-t5/t5-small",
      [
        "encoder.block.0.layer.1.layer_norm",
        "decoder.block.0.layer.2.layer_norm",
        "encoder.final_layer_norm",
        "decoder.final_layer_norm",
      ],
      [
        "encoder.block.0.layer.0.layer_norm",
        "decoder.block.0.layer.0.layer_norm",
        "decoder.block.0.layer.1.layer_norm",
      ],
    ],
  ];
  for (const [model, trained, frozen] of norms) {
    for (const name of trained) expect(trains(model, name), `${model} ${name}`).toBe(true);
    for (const name of frozen) expect(trains(model, name), `${model} ${name}`).toBe(false);
  }
});

test("AdaLoRA's budget is settled after it began to fall, or HF PEFT would not start", () => {
  const python = (code: string): number => {
    const text = code.replaceAll("int(", "Math.trunc(").replaceAll("max(", "Math.max(");
    return Number(new Function("total_steps", `return ${text}`)(200));
  };
  const scripts = cases.filter(({ method }) => method === "adalora");
  expect(scripts.some(({ options: chosen }) => chosen.warmUp! >= chosen.settled!)).toBe(true);
  for (const { name, script } of scripts) {
    const text = scriptText(script);
    const settled = /settled = (.*)$/m.exec(text.slice(text.indexOf("def tune")))?.[1] ?? "";
    const [tinit, tfinal] = ["tinit", "tfinal"].map((key) => {
      const code = new RegExp(`${key}=(.*),  #`).exec(text)![1]!;
      return python(code.replaceAll(/\bsettled\b/g, `(${settled})`));
    });
    expect(tinit, name).toBeGreaterThanOrEqual(0);
    expect(tinit, name).toBeLessThan(200 - tfinal!);
  }
});

test("the rates are those that scored best where one was compared with another", () => {
  expect(learningRates.prefix.rate).toBe(5e-3);
  expect(learningRates.prefix.source).toMatch(/35\.8.*18\.6/);
  expect(learningRates.llamaAdapter.rate).toBe(5e-3);
  expect(learningRates.llamaAdapter.source).toMatch(/38\.4.*21\.2/);
});

test("what cannot be merged offers no merge", () => {
  const merges = (method: string): boolean =>
    cases
      .filter((each) => each.method === method)
      .every(({ script }) => /"--merge"/.test(scriptText(script)));
  expect(
    ["lora", "dora", "adalora", "vera", "ia3", "layer-norm", "random-subset"].filter((id) => !merges(id)),
  ).toEqual([]);
  expect(
    [
      "adapter",
      "compacter",
      "prefix-tuning",
      "p-tuning-v2",
      "prompt-tuning",
      "p-tuning",
      "llama-adapter",
    ].filter(merges),
  ).toEqual([]);
});

test("the notebook is nbformat 4 and holds the same code", () => {
  for (const { name, script } of cases) {
    const notebook = JSON.parse(notebookText(script));
    expect(notebook, name).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
    const cells: { cell_type: string; id: string; source: string[] }[] = notebook.cells;
    expect(new Set(cells.map(({ id }) => id)).size, name).toBe(cells.length);
    const code = cells.filter((cell) => cell.cell_type === "code").map(({ source }) => source.join(""));
    expect(code.slice(0, -1), name).toEqual(script.sections.map((section) => section.code));
    for (const cell of code.slice(0, -1)) expect(scriptText(script)).toContain(cell);
    expect(code.at(-1), name).toContain("main([])");
  }
}, 30_000);

test("options that a real model or HF PEFT would fail on are named as problems, and no others", () => {
  const problemOf = (one: Case): string | undefined => {
    const recipe = recipeFor(one.method, one.options, one.model);
    return (
      recipe?.problem &&
      `${one.method} ${one.model.biases ? "with" : "without"} norm biases: ${recipe.problem}`
    );
  };
  const named = [...cases, ...everyCase].map(problemOf).filter((problem) => problem !== undefined);
  expect([...new Set(named)].sort()).toEqual([
    "adalora with norm biases: budget",
    "adalora with norm biases: zero-alpha",
    "adalora without norm biases: budget",
    "adalora without norm biases: zero-alpha",
    "bitfit without norm biases: nothing-trained",
    "layer-norm without norm biases: nothing-trained",
  ]);
  expect(cases.filter(({ options: chosen }) => options.adalora === chosen).map(problemOf)).toEqual(
    modelsFor("adalora").map(() => undefined),
  );
});
