import type { CountingOptions, CountingValues } from "./options";
import type { TaskModel } from "./task-model";
import { anywhere } from "./without-effect";

/** What a method trains in the body of a model. Numbers of parameters. */
export interface BodyCount {
  readonly trained: number;
  /** Needed after training; default: what was trained. */
  readonly kept?: number;
  /** New parameters beside those of the base, frozen ones included, as "all params" of HF PEFT counts them; default 0. */
  readonly added?: number;
  /** Frozen numbers in memory that HF PEFT does not count as parameters (VeRA's projections); default 0. */
  readonly frozen?: number;
  /** Frozen numbers that go into the file all the same. */
  readonly frozenInFile?: number;
  /** Places that go into the file, four bytes each (a random subset). */
  readonly indicesInFile?: number;
  /** What the numbers alone would not tell, as a sentence without its full stop. */
  readonly note?: string | undefined;
}

/** A tuning method as a formula over the shapes of a model. */
export interface CountingMethod {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly options: CountingOptions;
  /** Options that change no count. */
  readonly withoutEffect: CountingOptions;
  /** Whether a fresh head belongs to it whatever the task. */
  readonly needsHead: boolean;
  /** Whether HF PEFT keeps a frozen copy of a fresh head when it counts all parameters. */
  readonly copiesHead: boolean;
  count(model: TaskModel, options: CountingValues): BodyCount;
}

/** A method with its options typed. */
export function countingMethod<const S extends CountingOptions>(method: {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly options: S;
  readonly withoutEffect?: CountingOptions;
  readonly needsHead?: boolean;
  readonly copiesHead?: boolean;
  count(model: TaskModel, options: CountingValues<S>): BodyCount;
}): CountingMethod {
  return {
    aliases: [],
    needsHead: false,
    copiesHead: true,
    ...method,
    withoutEffect: { ...anywhere, ...method.withoutEffect },
    // The options were read by this method's own specs.
    count: (model, options) => method.count(model, options as CountingValues<S>),
  };
}

/** For new parameters that are all trained and all kept. */
export function allNew(trained: number): BodyCount {
  return { trained, added: trained };
}
