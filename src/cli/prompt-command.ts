import { writeFile } from "node:fs/promises";
import { bases } from "../bases/index";
import { startEngine } from "../engine/engine";
import { otherModels } from "../experiments/prompt/asked-model";
import { variantOptions } from "../experiments/prompt/prompt-spec";
import { tasks } from "../tasks/index";
import { readArguments } from "./arguments";
import { materialsFor } from "./materials-for";
import { nodeEngineFiles } from "./node-files";
import { readPromptArguments } from "./prompt-arguments";
import { formatPrompt, runPrompt } from "./run-prompt";

const usage = `npm run experiment -- --kind prompt --task T [--base B] [--variant "trigger=A;demonstrations=2" …]
  [--items N] [--seed S] [--from STEP|untrained] [--json] [--out FILE]
A variant may say: ${["name", "model", "trigger", ...Object.keys(variantOptions)].join(", ")}
Bases: ${bases.map(({ id }) => id).join(", ")}
Tasks: ${tasks.map(({ id }) => id).join(", ")}`;

/** npm run experiment -- --kind prompt: asks a frozen base the same questions under some variants of the prompt. */
export async function promptCommand(): Promise<void> {
  const { values } = readArguments(usage, {
    kind: { type: "string" },
    base: { type: "string" },
    task: { type: "string" },
    variant: { type: "string", multiple: true },
    items: { type: "string" },
    seed: { type: "string" },
    from: { type: "string" },
    json: { type: "boolean" },
    out: { type: "string" },
  });
  const spec = readPromptArguments(values, usage);
  const { id: task, options: taskOptions } = spec.task;
  const materials = await materialsFor({ ...spec, others: otherModels(spec), task, taskOptions }, usage);
  const result = await runPrompt(await startEngine("wasm", nodeEngineFiles), materials, spec);
  if (values.out) await writeFile(values.out, `${JSON.stringify(result)}\n`);
  console.log(values.json ? JSON.stringify(result) : formatPrompt(result));
}
