import type { Architecture } from "../../counting/architecture";
import type { RawOption } from "../../counting/option-kinds";
import type { RawOptions } from "../../counting/options";
import { type AnyOptions, defaultOptions } from "../../lib/options";
import { findMethod } from "../../methods/index";
import { type Matrix, matrices } from "../../model/config";
import { type OfferedOption, type OptionName, offered } from "./offered";
import { numberOf } from "./use-option-text";

/** What the options of this page are called in the methods of the playground. */
const names: Partial<Record<OptionName, string>> = {
  r: "rank",
  init_r: "rank",
  target_r: "targetRank",
  target_modules: "targets",
  num_virtual_tokens: "length",
  adapter_len: "length",
  prefix_projection: "projection",
  encoder_hidden_size: "hidden",
  encoder_reparameterization_type: "encoder",
  bottleneck: "bottleneck",
  n: "n",
  after: "after",
  layer_norms: "layerNorms",
  share_alpha: "shareAlpha",
  depth: "depth",
  share: "share",
};

/** The matrices that the page's words for them stand for. */
const targets: Readonly<Record<string, readonly Matrix[]>> = {
  "query+value": ["attention.query", "attention.value"],
  "query+key+value+output": ["attention.query", "attention.key", "attention.value", "attention.output"],
  "all-linear": matrices,
};

/**
 * A method's options as the recipes take them, with all that the page counts with: what was chosen, and where nothing
 * was, the page's own default, which is HF PEFT's and not the playground's. Limits of the playground do not hold here.
 * undefined for a method the playground has not.
 */
export function recipeOptions(
  method: string,
  model: Architecture,
  chosen: RawOptions,
): AnyOptions | undefined {
  const specs = findMethod(method)?.options;
  if (!specs) return undefined;
  const counted = (offered[method] ?? []).flatMap((option): [string, AnyOptions[string]][] => {
    const own = names[option.name];
    const value = countedValue(option, model, chosen);
    return own !== undefined && Object.hasOwn(specs, own) && value !== undefined
      ? [[own, translated(own, value)]]
      : [];
  });
  return { ...defaultOptions(specs), ...Object.fromEntries(counted) };
}

function countedValue(option: OfferedOption, model: Architecture, chosen: RawOptions): RawOption | undefined {
  switch (option.kind) {
    case "integer":
      return numberOf(option, model, chosen);
    case "switch":
      return chosen[option.name] === true;
    case "choice":
      return chosen[option.name] ?? option.choices[0].value;
    default:
      throw new Error(`unhandled option: ${JSON.stringify(option satisfies never)}`);
  }
}

function translated(name: string, value: RawOption): AnyOptions[string] {
  if (name === "targets") return targets[String(value)] ?? targets["query+value"]!;
  if (name === "after") return value === "both" ? ["attention", "mlp"] : [String(value)];
  if (name === "encoder") return String(value).toLowerCase();
  if (name === "n") return String(value);
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
