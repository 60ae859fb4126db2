import { architectures } from "../counting/architectures";
import { count } from "../counting/count";
import { countingMethods } from "../counting/methods/index";
import { readArguments, readPairs, runCommand, UsageError } from "./arguments";
import { formatCount } from "./format-count";

// npm run count: what a tuning method trains, keeps and costs on a published model, from its shapes alone.

const usage = `npm run count -- --model gpt2-medium --method lora [--option rank=4 --option targets=c_attn …] [--json]
Models: ${architectures.map(({ id }) => id).join(", ")}
Methods: ${countingMethods.map(({ id }) => id).join(", ")}
Options have the names of HF PEFT (r, target_modules, num_virtual_tokens, prefix_projection, task_type, num_labels …) or
those of this project (rank, targets, length …). A wrong one is answered with the list of the method's options.`;

await runCommand(async () => {
  const { values, positionals } = readArguments(usage, {
    model: { type: "string" },
    method: { type: "string" },
    option: { type: "string", multiple: true },
    json: { type: "boolean" },
    help: { type: "boolean" },
  });
  if (values.help) return console.log(usage);
  if (positionals.length > 0) throw new UsageError(`"${positionals.join(" ")}" is not understood\n${usage}`);
  if (!values.model || !values.method) throw new UsageError(usage);
  const report = count(values.model, values.method, readPairs("option", values.option));
  console.log(values.json ? JSON.stringify(report, null, 1) : formatCount(report));
});
