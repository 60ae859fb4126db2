import type { AnyOptions } from "../lib/options";
import { dataSection, jsonlKeys } from "./data-section";
import { autoModels, mainSection, measureSection, modelSection } from "./loop-section";
import { comment, literal, python, wrap } from "./python";
import type { RealModel } from "./real-models";
import type { Recipe, Releases } from "./recipe";

/** A script in its sections: joined they are the file, each is a cell of the notebook. */
export interface Script {
  /** The text at the top, in lines. */
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
    { title: "Model", code: modelSection(model, recipe) },
    { title: "Method", code: methodSection(method, recipe) },
    { title: "Measuring", code: measureSection(model.kind, recipe) },
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

/** Releases between those that were tried; nothing newer was. */
const allTried: Releases = { pip: ">=4.57,<5.19", tried: "4.57.6 and 5.18.0" };

function packages({ library, transformers = allTried }: Recipe): string {
  switch (library) {
    case "peft":
      return `torch 'transformers${transformers.pip}' 'accelerate>=1.15,<2' 'peft>=0.21,<0.22' datasets`;
    case "torch":
      return `torch 'transformers${transformers.pip}' 'accelerate>=1.15,<2' datasets safetensors`;
    case "adapters":
      return "torch 'adapters>=1.2,<2' accelerate datasets";
    default:
      return library satisfies never;
  }
}

/** What was run, by the library that the script depends on. */
function tried({ library, transformers = allTried, quantizable }: Recipe): string {
  if (library === "adapters")
    return "Written for `adapters` 1.2 and checked against its source; nobody has run this script yet.";
  const releases = `transformers ${transformers.tried}${library === "peft" ? ", HF PEFT 0.21.0" : ""}`;
  const notTried = `the real model, several GPUs${quantizable ? ", --load-in-4bit" : ""}`;
  return `This script was run on a small random model of the same architecture, on a processor, with torch 2.13, ${releases}, accelerate 1.15 and datasets 5.0. Not tried: ${notTried}.`;
}

function about(method: string, options: AnyOptions, model: RealModel, recipe: Recipe): string[] {
  const chosen = Object.entries(options).map(([name, value]) => `  ${name} = ${optionText(value)}`);
  const paragraphs = [
    tried(recipe),
    ...(recipe.quantizable
      ? [
          "--load-in-4bit keeps the frozen base in 4 bits (QLoRA); it needs a GPU and `pip install bitsandbytes`.",
        ]
      : []),
    ...recipe.notes,
    ...(model.gated
      ? [`${model.id} is gated: accept its licence on the hub, then run \`hf auth login\`.`]
      : []),
  ];
  return [
    `Method ${method} on ${model.id}, written by the Tuning Playground.`,
    "",
    `  pip install ${packages(recipe)}`,
    "  accelerate launch train.py                                # one GPU, or the processor",
    "  accelerate launch --multi_gpu --num_processes 4 train.py  # four GPUs: each takes --batch rows a step",
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
  const standard = ["argparse", "copy", "json", "math", "os", "re"].filter((name) =>
    new RegExp(String.raw`\b${name}\.\w`).test(code),
  );
  const wanted: readonly (readonly [module: string, names: readonly string[]])[] = [
    ["torch", []],
    ["accelerate", ["Accelerator"]],
    ["accelerate.utils", ["set_seed"]],
    ["datasets", ["load_dataset"]],
    ["torch.utils.data", ["DataLoader"]],
    ["transformers", [autoModels[model.kind], "AutoTokenizer", "get_linear_schedule_with_warmup"]],
    ...Object.entries(recipe.imports),
    ["transformers", ["BitsAndBytesConfig"]],
    ["peft", ["prepare_model_for_kbit_training"]],
  ];
  const isUsed = (name: string): boolean => new RegExp(String.raw`\b${name}\b`).test(code);
  const modules = [...new Set(wanted.map(([module]) => module))].sort();
  const namesOf = (module: string): string[] =>
    wanted.flatMap(([each, names]) => (each === module ? names.filter(isUsed) : [])).sort();
  return [
    ...standard.map((name) => `import ${name}`),
    "",
    ...wanted
      .filter(([, names]) => names.length === 0)
      .map(([module]) => `import ${module}`)
      .sort(),
    ...modules
      .filter((module) => namesOf(module).length > 0)
      .map((module) => `from ${module} import ${namesOf(module).join(", ")}`),
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
        ${comment(`bf16 halves the memory of the base, and needs a GPU that has it. ${model.large ? "At this size 32 bits would cost much memory for little." : "This model is small enough for 32 bits."}`, 86)}
        parser.add_argument("--precision", choices=["bf16", "fp32"], default="${model.large ? "bf16" : "fp32"}")
        ${recipe.quantizable ? `parser.add_argument("--load-in-4bit", action="store_true", help="keep the base in 4 bits (QLoRA)")` : ""}
        ${recipe.merge ? `parser.add_argument("--merge", action="store_true", help="also save a plain model, merged")` : ""}
        args = parser.parse_args(argv)
        if args.data:
            check_data(args.data)
        ${recipe.quantizable ? check4Bits : ""}
        ${recipe.check ?? ""}
        return args
  `;
}

const check4Bits = python`
  if args.load_in_4bit and not torch.cuda.is_available():
      raise SystemExit("--load-in-4bit needs a GPU, as bitsandbytes does.")
  if args.load_in_4bit and args.merge:
      raise SystemExit("--merge: a 4-bit base would be rounded twice. Load the base in 16 bits, add the adapter, then merge.")
`;

/** 0.00002 as 2e-05 reads better in code, and Python takes it. */
function pythonNumber(value: number): string {
  return value < 0.001 ? value.toExponential() : String(value);
}

function methodSection(method: string, recipe: Recipe): string {
  return python`
    ${recipe.helpers ? `${recipe.helpers}\n\n\n` : ""}def tune(model, args, total_steps):
        """Prepares the model for ${method}: all that it does not train is frozen."""
        ${recipe.tune}
        return model
  `;
}
