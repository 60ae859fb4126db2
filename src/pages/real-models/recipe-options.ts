import type { RawOptions } from "../../counting/options";
import { type AnyOptions, OptionError, parseOptions } from "../../lib/options";
import { findMethod } from "../../methods/index";
import { type Matrix, matrices } from "../../model/config";
import type { OptionName } from "./offered";

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
 * A method's options as the recipes take them, with what was chosen on this page. A choice that the playground's
 * method has not, or has in other limits, is left at its default; undefined for a method the playground has not.
 */
export function recipeOptions(method: string, chosen: RawOptions): AnyOptions | undefined {
  const specs = findMethod(method)?.options;
  if (!specs) return undefined;
  let options: AnyOptions = parseOptions(specs, {});
  for (const [name, value] of Object.entries(chosen)) {
    const own = names[name as OptionName];
    if (own === undefined || !Object.hasOwn(specs, own)) continue;
    try {
      const parsed: AnyOptions = parseOptions(specs, { [own]: translated(own, value) });
      options = { ...options, [own]: parsed[own]! };
    } catch (error) {
      if (!(error instanceof OptionError)) throw error;
    }
  }
  return options;
}

function translated(name: string, value: RawOptions[string]): unknown {
  if (name === "targets") return targets[String(value)] ?? value;
  if (name === "after") return value === "both" ? ["attention", "mlp"] : [value];
  if (name === "encoder") return String(value).toLowerCase();
  return name === "n" ? String(value) : value;
}
