import { CountingError } from "./counting-error";
import { nearest } from "./nearest";
import { readValue } from "./read-value";

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
    | {
        readonly kind: "names";
        readonly default: readonly string[] | null;
        /** Whether naming none ("[]") is an answer, other than saying nothing. */
        readonly mayBeEmpty?: boolean;
      }
    /** Whole numbers by pattern: '{"q_proj": 16}' or "q_proj=16,v_proj=4". */
    | { readonly kind: "pattern"; readonly default: Readonly<Record<string, number>> }
    /** Places in a table, or places by the name of the table: "[5, 6]", '{"lm_head": [5]}'. */
    | { readonly kind: "indices"; readonly default: Indices | null }
    /** Read by nothing here, so that any text will do. */
    | { readonly kind: "any"; readonly default: null }
  );

/** Places, each once, by the name of their table; "" is the embedding of the words. */
export type Indices = Readonly<Record<string, readonly number[]>>;

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

/** A value as it comes from the command line, a form or a file. */
export type RawOption = string | number | boolean | readonly (string | number)[];
export type RawOptions = Readonly<Record<string, RawOption>>;

/** "shareAlpha", "share-alpha" and "share_alpha" are one name. */
export const squeezed = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, "");

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

/** A value of an option, as methods read it. */
export type CountingValue =
  | number
  | boolean
  | string
  | readonly string[]
  | Readonly<Record<string, number>>
  | Indices
  | null;
