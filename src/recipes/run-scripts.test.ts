import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { AnyOptions } from "../lib/options";
import { modelsFor, recipeFor } from "./index";
import { type RealModel, realModels } from "./real-models";
import { makeScript, scriptText } from "./script";
import { options } from "./test-options";

// Scripts are run whole, with small stand-ins for transformers, accelerate, datasets and PEFT (fixtures/stand_ins.py).
// Without PyTorch these tests are shown as skipped.

const python = ["python3", "/usr/bin/python3"].find(
  (command) => spawnSync(command, ["-c", "import torch"]).status === 0,
);

interface Run {
  readonly error?: string;
  readonly printed: readonly string[];
  /** What a script stopped with by itself. */
  readonly stopped: string | null;
  /** ["data", name], ["tokenizer"], ["model", type, is in 4 bits], ["allocate", step], in their order. */
  readonly events: readonly (readonly unknown[])[];
  /** Names of tensors by the folder or file they were saved to. */
  readonly saved: Readonly<Record<string, readonly string[]>>;
  readonly trainedTypes: readonly string[];
  readonly frozenTypes: readonly string[];
}

interface Wish {
  readonly method: string;
  readonly model: RealModel;
  readonly options?: AnyOptions;
  readonly argv?: readonly string[];
  readonly gpu?: boolean;
}

/** As wide as the stand-ins are: some scripts have the width in them. */
const width = 16;
const short = [
  "--batch",
  "4",
  "--accumulate",
  "1",
  "--examples",
  "16",
  "--epochs",
  "1",
  "--max-length",
  "40",
];

function runAll(wishes: readonly Wish[]): Run[] {
  const scripts = wishes.map(({ method, model, options: chosen = {}, argv = [], gpu = false }) => {
    const small = { ...model, width };
    const all = { ...options[method]!, ...chosen };
    const recipe = recipeFor(method as Parameters<typeof recipeFor>[0], all, small)!;
    return { code: scriptText(makeScript(method, all, small, recipe)), argv: [...short, ...argv], gpu };
  });
  const runner = fileURLToPath(new URL("fixtures/run_scripts.py", import.meta.url));
  const input = JSON.stringify(scripts);
  const { stdout, stderr } = spawnSync(python!, [runner], { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

const find = (name: string): RealModel => realModels.find(({ id }) => id.endsWith(name))!;
const [gpt2, qwen, llama, bert, roberta, t5] = [
  "gpt2",
  "Qwen2.5-0.5B",
  "Llama-3.2-1B",
  "bert-base-uncased",
  "roberta-base",
  "t5-small",
].map(find) as [RealModel, RealModel, RealModel, RealModel, RealModel, RealModel];

const folder = mkdtempSync(join(tmpdir(), "scripts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  return path;
}

describe.runIf(python)("scripts", () => {
  const cases = Object.keys(options).flatMap((method) =>
    modelsFor(method as Parameters<typeof modelsFor>[0])
      .filter((model) => [gpt2, llama, bert, roberta, t5].includes(model))
      .map((model) => ({ method, model, recipe: recipeFor(method as never, options[method]!, model)! }))
      .filter(({ recipe }) => recipe.library !== "adapters"),
  );

  test("train, save and merge, whatever the method and the model", () => {
    const runs = runAll(
      cases.map(({ recipe, ...one }) => ({ ...one, argv: recipe.merge ? ["--merge"] : [] })),
    );
    for (const [i, { method, model, recipe }] of cases.entries()) {
      const { error, stopped, printed, saved, trainedTypes, frozenTypes } = runs[i]!;
      const name = `${method} on ${model.id}`;
      expect({ error, stopped }, name).toEqual({ stopped: null });
      expect(printed.at(-1), name).toMatch(/^epoch 1: (loss [\d.]+, perplexity|accuracy) [\d.]+$/);
      // What is trained is never rounded to 16 bits; a large base is.
      expect(trainedTypes, name).toEqual(["torch.float32"]);
      if (method !== "full")
        expect(frozenTypes, name).toContain(model.large ? "torch.bfloat16" : "torch.float32");
      const merged = saved["tuned/merged"];
      expect(merged !== undefined, name).toBe(recipe.merge !== null);
      const isClassifier = model.kind === "sequence-classification";
      if (!merged || recipe.library !== "peft") continue;
      expect(
        merged.filter((key) => /modules_to_save|original_module|lora_|ln_tuning|\.base\./.test(key)),
        name,
      ).toEqual([]);
      if (isClassifier)
        expect(
          merged.filter((key) => key.startsWith("classifier.")),
          name,
        ).not.toEqual([]);
    }
  }, 600_000);

  test("print AdaLoRA's held-out loss without its penalty, and say that the training loss has it", () => {
    const models = [gpt2, qwen, t5];
    const runs = runAll([
      ...models.flatMap((model) => ["adalora", "lora"].map((method) => ({ method, model }))),
      { method: "adalora", model: gpt2, argv: ["--examples", "100", "--epochs", "4"] },
    ]);
    const before = (run: Run): string | undefined => run.printed.find((line) => line.startsWith("before:"));
    for (const [i, { id }] of models.entries())
      expect(before(runs[2 * i]!), id).toBe(before(runs[2 * i + 1]!));
    const step20 = runs.at(-1)!.printed.find((line) => line.startsWith("step 20 "));
    expect(step20).toMatch(/\(with AdaLoRA's penalty\)$/);
  }, 120_000);

  test("stop with a sentence where the options leave nothing to do", () => {
    const runs = runAll([
      { method: "adalora", model: gpt2, options: { rank: 4, targetRank: 4 } },
      { method: "layer-norm", model: qwen, options: { terms: ["bias"] } },
      { method: "bitfit", model: t5, options: { terms: ["norm"] } },
      { method: "lora", model: gpt2, argv: ["--max-length", "4"] },
    ]);
    expect(runs.map(({ stopped }) => stopped)).toEqual([
      "AdaLoRA prunes from init_r down to target_r: target_r must be the smaller one.",
      "Nothing is trained: this model has none of the parameters that you chose.",
      "Nothing is trained: this model has none of the parameters that you chose.",
      "--max-length 4 leaves no room for an answer behind these prompts.",
    ]);
  });

  test("cap a random subset at what SHiRA can train, and say so", () => {
    const runs = runAll(
      [qwen, bert].map((model) => ({ method: "random-subset", model, options: { share: 1 } })),
    );
    for (const { error, printed } of runs) {
      expect(error).toBeUndefined();
      expect(printed[0]).toMatch(/^SHiRA can train [\d.]+% of these matrices at most \(r = \d+\)/);
    }
  });

  test("look at the user's data before anything is fetched", () => {
    const missing = join(folder, "none.jsonl");
    const wrong: readonly (readonly [string, RealModel, RegExp])[] = [
      [missing, gpt2, /there is no file .*none\.jsonl$/],
      [folder, gpt2, /there is no file/],
      [file("text.jsonl", ["hello"]), gpt2, /line 1 of .* is not JSON$/],
      [
        file("keys.jsonl", [`{"prompt": "a", "completion": "b"}`, `{"prompt": "a"}`]),
        gpt2,
        /line 2 of .* has no "completion" of type str$/,
      ],
      [
        file("label.jsonl", [`{"text": "a", "label": "good"}`]),
        roberta,
        /line 1 of .* has no "label" of type int$/,
      ],
      [file("list.jsonl", ["[1]"]), t5, /has no "prompt" of type str$/],
      [file("empty.jsonl", [""]), t5, /has 0 rows/],
    ];
    const runs = runAll(wrong.map(([data, model]) => ({ method: "lora", model, argv: ["--data", data] })));
    for (const [i, [, , sentence]] of wrong.entries()) {
      expect(runs[i]!.stopped).toMatch(sentence);
      expect(runs[i]!.events).toEqual([]);
    }
    const rows = Array.from({ length: 12 }, (_, i) => `{"text": "number ${i}", "label": ${i % 3}}`);
    const [good] = runAll([{ method: "lora", model: bert, argv: ["--data", file("good.jsonl", rows)] }]) as [
      Run,
    ];
    expect([good.error, good.stopped]).toEqual([undefined, null]);
    expect(good.events[1]).toEqual(["data", "json"]);
  });

  test("load a large model in 16 bits unless told, and in 4 bits where there is a GPU", () => {
    const [plain, full32, quantized, noGpu, merging] = runAll([
      { method: "lora", model: llama },
      { method: "lora", model: llama, argv: ["--precision", "fp32"] },
      { method: "lora", model: llama, argv: ["--load-in-4bit"], gpu: true },
      { method: "lora", model: llama, argv: ["--load-in-4bit"] },
      { method: "lora", model: llama, argv: ["--load-in-4bit", "--merge"], gpu: true },
    ]) as [Run, Run, Run, Run, Run];
    const loading = ({ events }: Run): unknown => events.find(([kind]) => kind === "model");
    expect(loading(plain)).toEqual(["model", "torch.bfloat16", false]);
    expect(loading(full32)).toEqual(["model", "torch.float32", false]);
    expect(loading(quantized)).toEqual(["model", "torch.bfloat16", true]);
    expect([noGpu.stopped, noGpu.events]).toEqual([expect.stringMatching(/needs a GPU/), []]);
    expect([merging.stopped, merging.events]).toEqual([expect.stringMatching(/^--merge: a 4-bit base/), []]);
  });
});
