import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Architecture } from "../counting/architecture";
import { countArchitecture, requireArchitecture } from "../counting/count";
import { families } from "../counting/families/index";
import { countingMethods } from "../counting/methods/index";
import { models } from "../counting/models/index";
import { readConfig } from "../counting/read-config";
import { readArguments, readPairs, runCommand, UsageError } from "./arguments";
import { formatCount } from "./format-count";

// npm run count: what a tuning method trains, keeps and costs on a model, from its shapes alone.

const usage = `npm run count -- --model gpt2-medium --method lora [--option rank=4 --option target_modules=c_attn …] [--json]
npm run count -- --config path/to/config.json --method lora    any model by its config.json; "-" reads it from standard input
Models known by name: ${models.map(({ id }) => id).join(", ")}
Kinds of models that a config.json may describe: ${Object.keys(families).join(", ")}
Methods: ${countingMethods.map(({ id }) => id).join(", ")}
Options have the names of HF PEFT (r, target_modules, num_virtual_tokens, prefix_projection, task_type, num_labels …) or
those of this project (rank, targets, length …). A wrong one is answered with the list of the method's options.`;

await runCommand(async () => {
  const { values, positionals } = readArguments(usage, {
    model: { type: "string" },
    config: { type: "string" },
    method: { type: "string" },
    option: { type: "string", multiple: true },
    json: { type: "boolean" },
    help: { type: "boolean" },
  });
  if (values.help) return console.log(usage);
  if (positionals.length > 0) throw new UsageError(`"${positionals.join(" ")}" is not understood\n${usage}`);
  const { model, config, method } = values;
  if ((!model && !config) || !method) throw new UsageError(usage);
  if (model && config) throw new UsageError("give either --model or --config, not both");
  const architecture = config ? fromFile(config) : fromName(model!);
  const report = countArchitecture(architecture, method, readPairs("option", values.option));
  console.log(values.json ? JSON.stringify(report, null, 1) : formatCount(report));
});

/** A model by its name, a path, or "-". */
function fromName(model: string): Architecture {
  return model === "-" || /\.json$|^[.~]?[/\\]/.test(model) ? fromFile(model) : requireArchitecture(model);
}

/** A model by its config.json: the file, the folder it is in, or "-" for standard input. */
function fromFile(path: string): Architecture {
  if (path === "-") return readConfig(readFileSync(0, "utf8"));
  const { text, folder } = readText(path);
  return readConfig(text, folder);
}

function readText(path: string): { readonly text: string; readonly folder: string } {
  try {
    const file = statSync(path).isDirectory() ? join(path, "config.json") : path;
    return { text: readFileSync(file, "utf8"), folder: basename(dirname(resolve(file))) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `${path} cannot be read (${reason}): --config takes a config.json, its folder, or "-"`,
    );
  }
}
