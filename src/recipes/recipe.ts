import type { AnyOptions } from "../lib/options";
import { type Matrix, matrices } from "../model/config";
import type { LearningRate } from "./learning-rates";
import { type Raw, raw } from "./python";
import type { ModelKind, RealModel } from "./real-models";

/** What a method adds to the script; the rest is the same for all. Code is Python, one block of whole lines each. */
export interface Recipe {
  /** Who knows the method: HF PEFT, the library `adapters`, or a few lines of PyTorch in the script itself. */
  readonly library: "peft" | "adapters" | "torch";
  /** Names by module: { peft: ["LoraConfig"] }; no names: the module itself. The standard library comes by itself. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  /** Classes and functions that `tune` needs. */
  readonly helpers?: string;
  /** Checked before anything is fetched; the code stops with a sentence. */
  readonly check?: string;
  /** Releases of transformers where not all that were tried will do. */
  readonly transformers?: Releases;
  /** Body of `tune(model, args, total_steps)`: freezes the base, plugs the method in; `model` is what goes on. */
  readonly tune: string;
  /** The model whose loss is measured, an expression; `model` unless told. */
  readonly measured?: string;
  /** What else the loss printed while training holds, in brackets behind it. */
  readonly penalty?: string;
  /** The frozen base may be kept in 4 bits (QLoRA). */
  readonly quantizable?: boolean;
  /** Why a script with these options would fail or learn something else; the page says so and shows none. */
  readonly problem?: RecipeProblem;
  /** Run after each step of the optimiser, with `model`, `accelerator` and `step` at hand. */
  readonly afterStep?: string;
  /** The parameter groups of the optimiser, where they do not all share one rate; an expression. */
  readonly groups?: string;
  /** Saves `tuned` into `args.output`. */
  readonly save: string;
  /** Merges the change into the base and saves a plain model; null where a method cannot be merged. */
  readonly merge: string | null;
  /** Where the script differs from what the page trained, in sentences. */
  readonly notes: readonly string[];
  readonly rate: LearningRate;
}

/** Of a library: what pip may install (">=4.57,<5.19"), and the releases that were tried ("4.57.6 and 5.18.0"). */
export interface Releases {
  readonly pip: string;
  readonly tried: string;
}

/**
 * budget: AdaLoRA's target rank is not below its rank. zero-alpha: AdaLoRA with alpha 0, which HF PEFT takes for "not
 * set". nothing-trained: the model has none of the chosen parameters.
 */
export type RecipeProblem = "budget" | "zero-alpha" | "nothing-trained";

/** How a script for a method is made. */
export type RecipeMaker = (model: RealModel, options: OptionReader) => Recipe;

/** Reads the options of a method as they come from a link or a form. */
export interface OptionReader {
  number(name: string): number;
  flag(name: string): boolean;
  text(name: string): string;
  list(name: string): readonly string[];
  /** A set of the six matrices. */
  matrices(name: string): readonly Matrix[];
}

/** An option that the recipe needs and the method does not have, or has as something else. */
export class RecipeError extends Error {
  override name = "RecipeError";
}

/** A reader of these options; it throws RecipeError for what is missing or of another kind. */
export function readOptions(options: AnyOptions): OptionReader {
  const read = <T>(name: string, isRight: (value: unknown) => value is T): T => {
    const value: unknown = options[name];
    if (isRight(value)) return value;
    throw new RecipeError(`option "${name}" is ${JSON.stringify(value)}`);
  };
  const list = (name: string): readonly string[] => read(name, isList);
  return {
    number: (name) => read(name, (value) => typeof value === "number"),
    flag: (name) => read(name, (value) => typeof value === "boolean"),
    text: (name) => read(name, (value) => typeof value === "string"),
    list,
    matrices: (name) => matrices.filter((matrix) => list(name).includes(matrix)),
  };
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** HF PEFT's name of what a model is asked for. */
const taskTypes: Readonly<Record<ModelKind, string>> = {
  "causal-lm": "TaskType.CAUSAL_LM",
  "sequence-classification": "TaskType.SEQ_CLS",
  seq2seq: "TaskType.SEQ_2_SEQ_LM",
};

/** The keyword of a config that says what the model is asked for. */
export function taskOf({ kind }: RealModel): { readonly task_type: Raw } {
  return { task_type: raw(taskTypes[kind]) };
}

/**
 * The same for methods inside the layers, which need not know it of an encoder-decoder: HF PEFT 0.21 has a class for
 * those that newer transformers stop at, and its general class does all of this.
 */
export function innerTaskOf(model: RealModel): { readonly task_type?: Raw } {
  return model.kind === "seq2seq" ? {} : taskOf(model);
}
