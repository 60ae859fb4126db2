import type { AnyOptions } from "../lib/options";
import { modelsFor, recipeFor } from "./index";
import type { RealModel } from "./real-models";
import { makeScript, type Script } from "./script";
import { everyOption, options, otherOptions } from "./test-options";

/** A script for a model, with what it was made from. */
export interface Case {
  readonly name: string;
  readonly method: Parameters<typeof recipeFor>[0];
  readonly options: AnyOptions;
  readonly model: RealModel;
  readonly script: Script;
}

/** Every method with its default options and with others, on every model. */
export const cases: readonly Case[] = [...Object.entries(options), ...otherOptions].flatMap(
  ([method, chosen]) => modelsFor(method).map((model) => caseOf(method, chosen, model)),
);

/** Every value of every option, on a model of each kind and of each sort of layer. */
export const everyCase: readonly Case[] = everyOption.flatMap(([method, chosen]) =>
  modelsFor(method)
    .filter(({ id }) => /gpt2|Llama|roberta|t5-small/.test(id))
    .map((model) => caseOf(method, chosen, model)),
);

function caseOf(method: Parameters<typeof recipeFor>[0], chosen: AnyOptions, model: RealModel): Case {
  const recipe = recipeFor(method, chosen, model);
  if (!recipe) throw new Error(`no recipe for ${method}`);
  const script = makeScript(method, chosen, model, recipe);
  const name = `${method} ${JSON.stringify(chosen)} on ${model.id}`;
  return { name, method, options: chosen, model, script };
}
