import type { Matrix } from "../model/config";
import { type Raw, raw, type Value } from "./python";
import type { RealModel } from "./real-models";

/** The modules that stand for these matrices, each once. */
export function modulesOf(model: RealModel, matrices: readonly Matrix[]): readonly string[] {
  return [...new Set(matrices.flatMap((matrix) => model.matrices[matrix]))];
}

/** For `target_modules` of HF PEFT: ends of module names, or a pattern where an end alone would fit others too. */
export function targetModules(model: RealModel, matrices: readonly Matrix[]): Value {
  const modules = modulesOf(model, matrices);
  return modules.some((module) => module.includes("\\")) ? pattern(modules) : modules;
}

/** A raw string with a regular expression that whole module names must match. */
export function pattern(modules: readonly string[]): Raw {
  return raw(`r".*\\.(?:${alternatives(modules)})"`);
}

/** A raw string with a regular expression to search module names for; the modules may be whole names too. */
export function ending(modules: readonly string[]): Raw {
  return raw(`r"(?:^|\\.)(?:${alternatives(modules)})$"`);
}

function alternatives(modules: readonly string[]): string {
  return modules.map((module) => module.replaceAll(".", "\\.")).join("|");
}

/** What must be said where the model's matrices are not the playground's; empty where they are. */
export function targetNote(model: RealModel, matrices: readonly Matrix[]): string {
  const attention = ["attention.query", "attention.key", "attention.value"] as const;
  const named = attention.filter((matrix) => matrices.includes(matrix)).length;
  if (model.fused && named > 0 && named < attention.length) {
    return "This model keeps query, key and value in one matrix, attn.c_attn: all three are adapted.";
  }
  return "";
}
