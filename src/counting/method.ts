import type { Note } from "./notes";
import type { CountingOptions, CountingValues, RawOptions } from "./options";
import type { TaskModel } from "./task-model";
import { anywhere } from "./without-effect";

/** What a method trains in the body of a model. Numbers of parameters. */
export interface BodyCount {
  readonly trained: number;
  /** Needed after training; default: what was trained. */
  readonly kept?: number;
  /** New parameters beside those of the base, frozen ones included, as "all params" of HF PEFT counts them; default 0. */
  readonly added?: number;
  /** Frozen values in memory that HF PEFT does not count as parameters (VeRA's projections); default 0. */
  readonly frozen?: number;
  /** Frozen values that go into the file all the same. */
  readonly frozenInFile?: number;
  /** Places that go into the file, four bytes each (a random subset). */
  readonly indicesInFile?: number;
  /** What the figures alone would not tell, each once. */
  readonly notes?: readonly (Note | undefined)[];
}

/** The library that a method was counted after. */
export type Library = "peft" | "adapters" | "none";

/** A tuning method as a formula over the shapes of a model. */
export interface CountingMethod {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly options: CountingOptions;
  /** Options that change no count. */
  readonly withoutEffect: CountingOptions;
  /** Whether a fresh head belongs to it whatever the task. */
  readonly needsHead: boolean;
  /** Whose method it is; HF PEFT trains a fresh head only where its name is one that PEFT knows. */
  readonly library: Library;
  /** Whether the method trains modules beside it (`modules_to_save`); some of HF PEFT's do not, and leave a fresh head frozen. */
  readonly savesModules: boolean;
  /** Defaults that a name of the method stands for: par-bn is an adapter of reduction 2. */
  readonly presets: Readonly<Record<string, RawOptions>>;
  count(model: TaskModel, options: CountingValues): BodyCount;
}

interface CommonParts {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly withoutEffect?: CountingOptions;
  readonly needsHead?: boolean;
  readonly library?: Library;
  readonly savesModules?: boolean;
  readonly presets?: Readonly<Record<string, RawOptions>>;
}

/** A method with its options typed. */
export function countingMethod<const S extends CountingOptions>(
  method: CommonParts & {
    readonly options: S;
    count(model: TaskModel, options: CountingValues<S>): BodyCount;
  },
): CountingMethod {
  return {
    aliases: [],
    needsHead: false,
    library: "peft",
    savesModules: true,
    presets: {},
    ...method,
    withoutEffect: { ...anywhere, ...method.withoutEffect },
    // The options were read by this method's own specs.
    count: (model, options) => method.count(model, options as CountingValues<S>),
  };
}

export type { CommonParts };

/** For new parameters that are all trained and all kept. */
export function allNew(trained: number): BodyCount {
  return { trained, added: trained };
}
