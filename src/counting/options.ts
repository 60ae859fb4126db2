import { CountingError } from "./counting-error";
import { nearest } from "./nearest";
import {
  type CountingOption,
  type CountingValue,
  type Indices,
  type RawOption,
  squeezed,
} from "./option-kinds";
import { readValue } from "./read-value";

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
        : O extends { kind: "pattern" }
          ? Readonly<Record<string, number>>
          : O extends { kind: "indices" }
            ? OrNull<O, Indices>
            : O extends { kind: "any" }
              ? string | null
              : never;

export type CountingValues<S extends CountingOptions = CountingOptions> = {
  readonly [K in keyof S]: ValueOf<S[K]>;
};

export type RawOptions = Readonly<Record<string, RawOption>>;

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
    else throw unknownOption(name, { ...specs, ...withoutEffect });
  }
  return values as CountingValues<S>;
}

function findOption(specs: CountingOptions, name: string): [string, CountingOption] | undefined {
  return Object.entries(specs).find(([id, { aliases = [] }]) =>
    [id, ...aliases].some((each) => squeezed(each) === squeezed(name)),
  );
}

function unknownOption(name: string, specs: CountingOptions): CountingError {
  const names = Object.entries(specs).flatMap(([id, { aliases = [] }]) => [id, ...aliases]);
  return new CountingError("option", name, Object.keys(specs), nearest(name, names));
}
