import { defaultOptions } from "../../lib/options";
import { cutSetting, readOption } from "../link-options";
import type { Report } from "../link-parts";
import { readModel, writeModel } from "./asked-model";
import { plainVariant } from "./default-prompt";
import {
  optionsOf,
  type PromptVariant,
  promptLimits,
  type VariantExtras,
  type VariantOptions,
  variantOf,
  variantOptions,
} from "./prompt-spec";

/** "demonstrations=2;labels=random": what differs from a plain question, as links and the command line write it. */
export function writeVariant(variant: PromptVariant): string {
  const usual = defaultOptions(variantOptions);
  const options = optionsOf(variant);
  const texts = [
    ...(variant.name === undefined ? [] : [`name=${encodeMarks(variant.name)}`]),
    ...(variant.model ? [`model=${writeModel(variant.model)}`] : []),
    ...(variant.trigger === null ? [] : [`trigger=${encodeMarks(variant.trigger)}`]),
  ];
  const names = Object.keys(variantOptions) as (keyof VariantOptions)[];
  const settings = names.filter((name) => options[name] !== usual[name]);
  return [...texts, ...settings.map((name) => `${name}=${options[name]}`)].join(";");
}

/**
 * The variant that a text describes, of an experiment with this base; settings that are wrong are reported and left as
 * they are in a plain one.
 */
export function readVariant(text: string, base: string, report: Report): PromptVariant {
  let options = defaultOptions(variantOptions);
  let { name, model, trigger }: VariantExtras = plainVariant;
  const read = (setting: string, key: string, value: string): void => {
    if (key === "model") {
      model = readModel(value, base, setting, report) ?? model;
      return;
    }
    if (key === "name" || key === "trigger") {
      const read = decodeMarks(value);
      const { max } = promptLimits[key];
      if (read === undefined) report(setting, "malformed");
      else if (read.length > max) report(setting, "out-of-range", `0–${max}`);
      else if (key === "name") name = read;
      else trigger = read;
      return;
    }
    const parsed = readOption(variantOptions, key, value, setting, report);
    if (parsed !== undefined) options = { ...options, [key]: parsed };
  };
  for (const setting of text.split(";").filter(Boolean)) {
    const cut = cutSetting(setting);
    if (cut) read(setting, ...cut);
    else report(setting, "malformed");
  }
  return variantOf(options, { trigger, ...(name !== undefined && { name }), ...(model && { model }) });
}

/** Encodes the characters that would end a setting. */
function encodeMarks(text: string): string {
  return text.replaceAll(/[%;]/g, encodeURIComponent);
}

function decodeMarks(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
