import { type AnyOptions, defaultOptions, OptionError, type OptionSpecs, parseOptions } from "../lib/options";
import type { Report } from "./link-parts";

/** "rank=8", "targets=attention.query+mlp.up": the options that differ from their defaults, as links have them. */
export function writeOptions(specs: OptionSpecs, options: AnyOptions): readonly string[] {
  const usual: AnyOptions = defaultOptions(specs);
  return Object.entries(options)
    .map(([name, value]) => [name, textOf(value)] as const)
    .filter(([name, text]) => text !== textOf(usual[name] ?? ""))
    .map(([name, text]) => `${name}=${text}`);
}

/** The value of an option; if there is no such option or its value is wrong, reports the part and gives undefined. */
export function readOption(
  specs: OptionSpecs,
  name: string,
  value: string,
  part: string,
  report: Report,
): AnyOptions[string] | undefined {
  try {
    const parsed: AnyOptions = parseOptions(specs, { [name]: value });
    return parsed[name];
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    report(part, error.problem, error.limit);
    return undefined;
  }
}

/** "name=value" cut at the first "="; undefined if there is no name or no "=". */
export function cutSetting(setting: string): readonly [name: string, value: string] | undefined {
  const cut = setting.indexOf("=");
  return cut < 1 ? undefined : [setting.slice(0, cut), setting.slice(cut + 1)];
}

/** Reads "name=value;name=value" of a field; only what is right and differs from the default is kept. */
export function readOptionList(specs: OptionSpecs, text: string, field: string, report: Report): AnyOptions {
  let options: AnyOptions = {};
  for (const setting of text.split(";").filter(Boolean)) {
    const part = `${field}=${setting}`;
    const [name, value] = cutSetting(setting) ?? [];
    if (name === undefined || value === undefined) report(part, "malformed");
    else {
      const read = readOption(specs, name, value, part, report);
      if (read !== undefined) options = { ...options, [name]: read };
    }
  }
  const usual: AnyOptions = defaultOptions(specs);
  const changed = Object.entries(options).filter(
    ([name, value]) => textOf(value) !== textOf(usual[name] ?? ""),
  );
  return Object.fromEntries(changed);
}

function textOf(value: AnyOptions[string]): string {
  return typeof value === "object" ? value.join("+") : String(value);
}
