/** What an option may be; forms, links and the command line are all made from this. */
export type OptionSpec =
  | { readonly kind: "integer"; readonly default: number; readonly min: number; readonly max: number }
  | { readonly kind: "number"; readonly default: number; readonly min: number; readonly max: number }
  | { readonly kind: "switch"; readonly default: boolean }
  | { readonly kind: "choice"; readonly default: string; readonly choices: readonly string[] }
  | { readonly kind: "set"; readonly default: readonly string[]; readonly choices: readonly string[] }
  /** The hash of data that are kept elsewhere, 16 hexadecimal digits; "" where there are none. */
  | { readonly kind: "hash"; readonly default: "" };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<S extends OptionSpec> = S extends { kind: "integer" | "number" }
  ? number
  : S extends { kind: "switch" }
    ? boolean
    : S extends { kind: "choice"; choices: readonly (infer C)[] }
      ? C
      : S extends { kind: "set"; choices: readonly (infer C)[] }
        ? readonly C[]
        : S extends { kind: "hash" }
          ? string
          : never;

/** The values a set of options takes, typed by their specs. */
export type OptionValues<S extends OptionSpecs = OptionSpecs> = { readonly [K in keyof S]: ValueOf<S[K]> };

/** Any option values, as they travel in specs, links and files. */
export type AnyOptions = Readonly<Record<string, number | boolean | string | readonly string[]>>;

/** An option that is unknown or out of range; `message` is plain English, `option` and `limit` let the page say it in its own words. */
export class OptionError extends Error {
  override name = "OptionError";
  constructor(
    readonly option: string,
    readonly problem: "unknown" | "not-a-number" | "out-of-range" | "not-a-choice" | "empty",
    readonly limit: string,
  ) {
    super(`option "${option}": ${problem.replaceAll("-", " ")} (${limit})`);
  }
}

/** The default of each option. */
export function defaultOptions<S extends OptionSpecs>(specs: S): OptionValues<S> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, spec.default]),
  ) as OptionValues<S>;
}

/**
 * Reads options from untrusted values (strings from a link or the command line, or JSON), filling in defaults.
 * Sets are written "query+value". Throws OptionError for an unknown name or a value out of range.
 */
export function parseOptions<S extends OptionSpecs>(
  specs: S,
  raw: Readonly<Record<string, unknown>>,
): OptionValues<S> {
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(specs, name)) throw new OptionError(name, "unknown", Object.keys(specs).join(", "));
  }
  const entries = Object.entries(specs).map(([name, spec]) => [
    name,
    Object.hasOwn(raw, name) ? parseOption(name, spec, raw[name]) : spec.default,
  ]);
  return Object.fromEntries(entries) as OptionValues<S>;
}

function parseOption(
  name: string,
  spec: OptionSpec,
  value: unknown,
): number | boolean | string | readonly string[] {
  switch (spec.kind) {
    case "integer":
    case "number": {
      const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
      if (typeof number !== "number" || !Number.isFinite(number))
        throw new OptionError(name, "not-a-number", String(value));
      if (number < spec.min || number > spec.max || (spec.kind === "integer" && !Number.isInteger(number))) {
        throw new OptionError(name, "out-of-range", `${spec.min}–${spec.max}`);
      }
      return number;
    }
    case "switch":
      if (value === true || value === "true" || value === "1") return true;
      if (value === false || value === "false" || value === "0") return false;
      throw new OptionError(name, "not-a-choice", "true, false");
    case "choice":
      if (typeof value === "string" && spec.choices.includes(value)) return value;
      throw new OptionError(name, "not-a-choice", spec.choices.join(", "));
    case "set": {
      const items = typeof value === "string" ? value.split("+").filter(Boolean) : value;
      if (
        !Array.isArray(items) ||
        !items.every((item) => typeof item === "string" && spec.choices.includes(item))
      ) {
        throw new OptionError(name, "not-a-choice", spec.choices.join(", "));
      }
      if (items.length === 0) throw new OptionError(name, "empty", spec.choices.join(", "));
      return spec.choices.filter((choice) => items.includes(choice));
    }
    case "hash":
      if (typeof value === "string" && /^(?:[0-9a-f]{16})?$/.test(value)) return value;
      throw new OptionError(name, "not-a-choice", "0-9 a-f");
    default:
      throw new Error(`unhandled option kind: ${JSON.stringify(spec satisfies never)}`);
  }
}
