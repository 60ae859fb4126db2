import type { AnyOptions } from "../lib/options";
import { dataSection, jsonlKeys } from "./data-section";
import { autoModels, mainSection, measureSection } from "./loop-section";
import { comment, literal, python, wrap } from "./python";
import type { RealModel } from "./real-models";
import type { Recipe } from "./recipe";

/** A script in its sections: joined they are the file, each is a cell of the notebook. */
export interface Script {
  /** What stands above everything, as plain text in lines. */
  readonly about: readonly string[];
  readonly sections: readonly Section[];
}

export interface Section {
  /** A heading, in a few words. */
  readonly title: string;
  readonly code: string;
}

/** The script that runs a method with these options on a model, on any number of GPUs. */
export function makeScript(method: string, options: AnyOptions, model: RealModel, recipe: Recipe): Script {
  const sections = [
    { title: "Settings", code: settingsSection(model, recipe) },
    { title: "Data", code: dataSection(model.kind) },
    { title: "Method", code: methodSection(method, recipe) },
    { title: "Measuring", code: measureSection(model.kind) },
    { title: "Training", code: mainSection(model.kind, recipe) },
  ];
  const code = sections.map((section) => section.code).join("\n");
  return {
    about: about(method, options, model, recipe),
    sections: [{ title: "Imports", code: importsSection(model, recipe, code) }, ...sections],
  };
}

/** The file that `accelerate launch` runs. */
export function scriptText({ about, sections }: Script): string {
  const [imports = "", ...functions] = sections.map(({ code }) => code);
  const head = `"""${about.join("\n")}\n"""\n\n${imports}`;
  return [head, ...functions, `if __name__ == "__main__":\n    main()\n`].join("\n\n\n");
}

const packages = {
  peft: "torch transformers 'peft>=0.21' accelerate datasets",
  adapters: "torch adapters accelerate datasets",
  torch: "torch transformers accelerate datasets safetensors",
} as const satisfies Readonly<Record<Recipe["library"], string>>;

function about(method: string, options: AnyOptions, model: RealModel, recipe: Recipe): string[] {
  const chosen = Object.entries(options).map(([name, value]) => `  ${name} = ${optionText(value)}`);
  const paragraphs = [
    ...recipe.notes,
    ...(model.gated
      ? [`${model.id} is gated: accept its licence on the hub, then run \`hf auth login\`.`]
      : []),
  ];
  return [
    `Method ${method} on ${model.id}, written by the Tuning Playground.`,
    "",
    `  pip install ${packages[recipe.library]}`,
    "  accelerate config   # once: how many GPUs, bf16 or not",
    "  accelerate launch train.py",
    "",
    ...(chosen.length > 0 ? ["Options, as on the page:", "", ...chosen] : ["The method has no options."]),
    ...paragraphs.flatMap((note) => ["", ...wrap(note, 98)]),
  ];
}

function optionText(value: AnyOptions[string]): string {
  return typeof value === "object" ? value.join(" + ") : String(value);
}

/** The imports that the other sections need, the standard library first. */
function importsSection(model: RealModel, recipe: Recipe, code: string): string {
  const standard = ["argparse", "copy", "math", "os", "re"].filter((name) =>
    new RegExp(String.raw`\b${name}\.\w`).test(code),
  );
  const thirdParty: Readonly<Record<string, readonly string[]>> = {
    torch: [],
    accelerate: ["Accelerator"],
    "accelerate.utils": ["set_seed"],
    datasets: ["load_dataset"],
    "torch.utils.data": ["DataLoader"],
    transformers: [autoModels[model.kind], "AutoTokenizer", "get_linear_schedule_with_warmup"],
    ...recipe.imports,
  };
  const modules = Object.entries(thirdParty).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...standard.map((name) => `import ${name}`),
    "",
    ...modules.filter(([, names]) => names.length === 0).map(([module]) => `import ${module}`),
    ...modules
      .filter(([, names]) => names.length > 0)
      .map(([module, names]) => `from ${module} import ${[...names].sort().join(", ")}`),
  ].join("\n");
}

function settingsSection(model: RealModel, recipe: Recipe): string {
  const { rate, source } = recipe.rate;
  return python`
    def settings(argv=None):
        parser = argparse.ArgumentParser()
        parser.add_argument("--model", default=${literal(model.id)})
        parser.add_argument("--data", help=${literal(`your JSONL file, a line an object with ${jsonlKeys[model.kind]}`)})
        parser.add_argument("--examples", type=int, default=5000, help="rows to take at most")
        parser.add_argument("--max-length", type=int, default=512, help="tokens to keep of a text")
        parser.add_argument("--batch", type=int, default=8, help="rows a step and GPU")
        parser.add_argument("--accumulate", type=int, default=4, help="batches a step of the optimiser")
        parser.add_argument("--epochs", type=int, default=3)
        ${comment(`Every method has its own rate, and the rate found on a tiny model does not carry over to this one. Where ${pythonNumber(rate)} comes from: ${source}. Try three times more and three times less.`, 86)}
        parser.add_argument("--lr", type=float, default=${pythonNumber(rate)})
        parser.add_argument("--weight-decay", type=float, default=0.0)
        parser.add_argument("--warm-up", type=float, default=0.06, help="share of the steps")
        parser.add_argument("--seed", type=int, default=0)
        parser.add_argument("--output", default="tuned")
        ${recipe.merge ? `parser.add_argument("--merge", action="store_true", help="also save a plain model, merged")` : ""}
        return parser.parse_args(argv)
  `;
}

/** 0.00002 as 2e-05 reads better in code, and Python takes it. */
function pythonNumber(value: number): string {
  return value < 0.001 ? value.toExponential() : String(value);
}

function methodSection(method: string, recipe: Recipe): string {
  return python`
    ${recipe.helpers ? `${recipe.helpers}\n\n\n` : ""}def tune(model, args, total_steps):
        """Plugs ${method} into the model; what it does not train is frozen."""
        ${recipe.tune}
        return model
  `;
}
