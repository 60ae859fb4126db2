import { type AnyOptions, defaultOptions } from "../lib/options";
import { findMethod, type MethodId } from "../methods/index";
import { adapterBias } from "./adapter-bias";
import { adapter, compacter } from "./bottlenecks";
import { llamaAdapter, prefixTuning, promptTuning, pTuning, pTuningV2 } from "./prompts";
import { type RealModel, realModels } from "./real-models";
import { type Recipe, type RecipeMaker, readOptions } from "./recipe";
import { adalora, dora, ia3, lora, vera } from "./reparameterization";
import { bitfit, full, head, layerNorm, randomSubset } from "./specification";

const makers: Readonly<Record<MethodId, RecipeMaker>> = {
  full,
  head,
  adapter,
  "adapter-bias": adapterBias,
  compacter,
  bitfit,
  "layer-norm": layerNorm,
  "random-subset": randomSubset,
  "prefix-tuning": prefixTuning,
  "p-tuning-v2": pTuningV2,
  "prompt-tuning": promptTuning,
  "p-tuning": pTuning,
  "llama-adapter": llamaAdapter,
  lora,
  dora,
  adalora,
  vera,
  ia3,
};

/** Methods that have a recipe: all. */
export const recipeIds: readonly string[] = Object.keys(makers);

/** How a method is run on a real model; undefined for a method without a recipe. Throws RecipeError for wrong options. */
export function recipeFor(method: string, options: AnyOptions, model: RealModel): Recipe | undefined {
  const found = findMethod(method);
  return found && makers[found.id](model, readOptions(options));
}

/** The models a method can be taken to: all, or those that the library of its recipe knows. */
export function modelsFor(method: string): readonly RealModel[] {
  const options = defaultOptions(findMethod(method)?.options ?? {});
  const isKnown = (model: RealModel): boolean => recipeFor(method, options, model)?.library !== "adapters";
  return realModels.filter((model) => model.adapters || isKnown(model));
}
