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

/** A value as it comes from the command line, a form or a file. */
export type RawOption = string | number | boolean | readonly (string | number)[];
/** A value of an option, as methods read it. */
export type CountingValue =
  | number
  | boolean
  | string
  | readonly string[]
  | Readonly<Record<string, number>>
  | Indices
  | null;

/** "shareAlpha", "share-alpha" and "share_alpha" are one name. */
export const squeezed = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, "");
