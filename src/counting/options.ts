import { CountingError } from "./counting-error";
import { readNames } from "./pattern";

interface Named {
  /** Other names for the same option: ours, the papers', of other libraries. */
  readonly aliases?: readonly string[];
}

/** What an option of a count may be. A default of null means: as the model or the library has it. */
export type CountingOption = Named &
  (
    | { readonly kind: "integer"; readonly default: number | null; readonly min: number }
    | { readonly kind: "number"; readonly default: number | null; readonly min: number; readonly max: number }
    | { readonly kind: "switch"; readonly default: boolean }
    | { readonly kind: "choice"; readonly default: string | null; readonly choices: readonly string[] }
    | { readonly kind: "names"; readonly default: readonly string[] | null }
  );

export type CountingOptions = Readonly<Record<string, CountingOption>>;

type OrNull<O extends CountingOption, T> = O extends { default: null } ? T | null : T;

type ValueOf<O extends CountingOption> = O extends { kind: "integer" | "number" }
  ? OrNull<O, number>
  : O extends { kind: "switch" }
    ? boolean
    : O extends { kind: "choice"; choices: readonly (infer C)[] }
      ? OrNull<O, C>
      : O extends { kind: "names" }
        ? OrNull<O, readonly string[]>
        : never;

export type CountingValues<S extends CountingOptions = CountingOptions> = {
  readonly [K in keyof S]: ValueOf<S[K]>;
};

/** A value as it comes from the command line, a form or a file. */
export type RawOption = string | number | boolean | readonly (string | number)[];
export type RawOptions = Readonly<Record<string, RawOption>>;

/** "shareAlpha", "share-alpha" and "share_alpha" are one name. */
const squeezed = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, "");

/**
 * Reads options by any of their names, filling in defaults; those without effect are checked and passed over.
 * Throws CountingError for what is unknown or impossible.
 */
export function readOptions<const S extends CountingOptions>(
  specs: S,
  raw: RawOptions,
  withoutEffect: CountingOptions = {},
): CountingValues<S> {
  const values: Record<string, CountingValue> = Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, spec.default]),
  );
  for (const [name, value] of Object.entries(raw)) {
    const found = findOption(specs, name);
    const idle = findOption(withoutEffect, name);
    if (found) values[found[0]] = readValue(name, found[1], value);
    else if (idle) readValue(name, idle[1], value);
    else throw new CountingError("option", name, [...Object.keys(specs), ...Object.keys(withoutEffect)]);
  }
  return values as CountingValues<S>;
}

function findOption(specs: CountingOptions, name: string): [string, CountingOption] | undefined {
  return Object.entries(specs).find(([id, { aliases = [] }]) =>
    [id, ...aliases].some((each) => squeezed(each) === squeezed(name)),
  );
}

type CountingValue = number | boolean | string | readonly string[] | null;

function readValue(name: string, spec: CountingOption, value: RawOption): CountingValue {
  const text = Array.isArray(value) ? value.join(",") : String(value).trim();
  const isChoice = spec.kind === "choice" && spec.choices.includes(text);
  if (/^(none|null)$/i.test(text) && spec.default === null && !isChoice) return null;
  const impossible = (known: readonly string[]) =>
    new CountingError("value", `option "${name}" cannot be "${text}"`, known);
  switch (spec.kind) {
    case "integer": {
      const number = Number(text);
      if (text === "" || !Number.isSafeInteger(number) || number < spec.min)
        throw impossible([`whole numbers from ${spec.min}`]);
      return number;
    }
    case "number": {
      const number = Number(text);
      if (text === "" || !(number >= spec.min && number <= spec.max))
        throw impossible([`${spec.min} to ${spec.max}`]);
      return number;
    }
    case "switch":
      if (/^(true|1|yes|on)$/i.test(text)) return true;
      if (/^(false|0|no|off)$/i.test(text)) return false;
      throw impossible(["true", "false"]);
    case "choice": {
      const wanted = squeezed(text);
      const choice = spec.choices.find((each) => squeezed(each) === wanted);
      if (choice === undefined) throw impossible(spec.choices);
      return choice;
    }
    case "names": {
      const names = Array.isArray(value) ? value.map(String) : readNames(text);
      const found = names.filter(Boolean);
      if (found.length === 0) throw impossible(["names with commas between them"]);
      return found;
    }
    default:
      throw new Error(`unhandled option kind: ${JSON.stringify(spec satisfies never)}`);
  }
}
