import type { Tensor } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { OptionSpecs, OptionValues } from "../lib/options";
import type { Paper } from "../lib/papers";
import type { Random } from "../lib/random";
import type { Head, ModelConfig } from "../model/config";
import type { Edits } from "../model/edits";
import type { Model } from "../model/transformer";

/** Makes the variables of a method: all that the optimiser changes, and what belongs to the method but stays `fixed`. */
export interface Variables {
  zeros(name: string, shape: readonly number[]): Tensor;
  filled(name: string, shape: readonly number[], value: number): Tensor;
  /** Starts as the value of a computation. */
  computed(name: string, compute: () => Tensor): Tensor;
  /** Drawn from a normal distribution, mean 0; seeded by the run and the name. */
  normal(name: string, shape: readonly number[], std: number): Tensor;
  /** Starts as a copy of a base parameter. `rate` scales the learning rate of this one variable. */
  copy(name: string, value: Tensor, rate?: number): Tensor;
  /** Starts as copies of rows of a table (R, C) -> (count, C); `choose` picks their indices. */
  rows(name: string, table: Tensor, choose: (random: Random) => readonly number[]): Tensor;
  /**
   * Values that belong to the method and are never trained. They are drawn once and stored with the variables, so that
   * a loaded adapter does not depend on the seed.
   */
  fixed(
    name: string,
    shape: readonly number[],
    draw: (random: Random) => ArrayLike<number>,
    type?: "float32" | "int32",
  ): Tensor;
  /** Reads a variable, or sets it outside the optimiser: for `afterStep`. */
  read(name: string): Tensor;
  write(name: string, value: Tensor): void;
  /** State that a method keeps while training and updates in `afterStep`. Starts at 0; neither trained nor stored. */
  buffer(name: string, shape: readonly number[]): StateBuffer;
  /**
   * A tensor made from variables by a network that is only needed while training. Returns a reader for the forward
   * pass; what is saved is this tensor, not the network, and a loaded adapter gives it back.
   */
  reparameterized(name: string, compute: () => Tensor): () => Tensor;
}

/** Values that change from step to step without being trained. */
export interface StateBuffer {
  read(): Tensor;
  write(value: Tensor): void;
}

/** One tensor that a method adds or trains: what the diagram draws and the counts are summed from. */
export interface Part {
  /** Name of the variable, as in the saved adapter: "blocks.0.attention.query.lora_A". */
  readonly name: string;
  readonly shape: readonly number[];
  /** Where it acts: a parameter of the base ("blocks.0.attention.query"), "blocks.0.attention", "embedding", … */
  readonly site: string;
  /** trained: moved by the optimiser. kept: needed after training (a reparameterisation network is not; what it makes is). */
  readonly trained: boolean;
  readonly kept: boolean;
  /** In the saved file although it was not learned: indices, random projections. */
  readonly stored?: boolean;
}

/** How many parameters a method trains, and how many must be kept to use the result, with the arithmetic written out. */
export interface Count {
  readonly trained: number;
  readonly kept: number;
  /** Values in the saved file, where there are more than those kept. */
  readonly stored?: number;
  /** The formula in symbols, TeX: "2Lr(d+d)". */
  readonly symbols: string;
  /** The same with the values of this model in plain text: "2 × 2 × 4 × (64 + 64)". */
  readonly numbers: string;
}

/** What a method needs to plug itself into a model. */
export interface Attachment<S extends OptionSpecs> {
  readonly model: Model;
  readonly options: OptionValues<S>;
  readonly variables: Variables;
  readonly ops: Ops;
  /** The head that the task gives the model: "tokens" where the base's own stays. */
  readonly head: Head;
  /** Ids of the tokens the task is answered with, the commonest first. */
  readonly answerTokens: readonly number[];
}

/** What a method does to a model while it is trained, and how to merge it into the base afterwards. */
export interface Adapter extends Edits {
  /** It changes only the last step: the features below never change, so they are computed once for each example. */
  readonly readsOnlyFeatures?: true;
  /** Added to the loss while training: a scalar. */
  penalty?(): Tensor;
  /** Done after every step of the optimiser; `gradients` by name, `share` of the steps taken so far (0 to 1). */
  afterStep?(gradients: Readonly<Record<string, Tensor>>, share: number): void;
  /** The parameter `name` of the base with the change merged into it: the merged model needs no edits. */
  merge?(name: string, base: Tensor): Tensor;
}

/** The three families of Ding et al. 2022 (Delta Tuning); "other" for what fits none of them. */
export type Family = "full" | "addition" | "specification" | "reparameterization" | "other";

/** Why a method cannot be used on a model: the page has words for each (`app:failures.method`). */
export type Reason = "one-stack";

/** A tuning method: new variables and edits to the forward pass. One file each, one list (index.ts). */
export interface Method<S extends OptionSpecs = OptionSpecs, Id extends string = string> {
  readonly id: Id;
  readonly family: Family;
  readonly paper: Required<Paper>;
  readonly options: S;
  /** The equation of the method, TeX. */
  readonly equation: string;
  /** A learning rate to start a search from. Those offered for each base come from a sweep: src/training/learning-rates.ts. */
  readonly learningRate: number;
  /** Lessons lend its learning rate to other methods, to show why each needs a different one. */
  readonly lendsRate?: true;
  /** Whether the change can be merged into the base weights after training, so that inference costs nothing extra. */
  readonly mergeable: boolean;
  /** What the model answers before the first step: exactly what the base answers, nearly that, or something else. */
  readonly start: "base" | "near" | "away";
  /** Whether it can be used on such a model, or why not; left out where it goes with every model. */
  fits?(config: ModelConfig): true | Reason;
  /** How many positions it adds in front of the input or of the keys, for the memory estimate; left out: none. */
  positionsInFront?(config: ModelConfig, options: OptionValues<S>): number;
  /** Every tensor the method makes, by formula (no tensors): a test holds it equal to what `attach` makes. */
  parts(config: ModelConfig, options: OptionValues<S>): readonly Part[];
  /** The count in closed form, written out from the paper; a test holds it equal to the sum of `parts`. */
  count(config: ModelConfig, options: OptionValues<S>): Count;
  /** Makes the variables and says how they change the forward pass. */
  attach(attachment: Attachment<S>): Adapter;
}

/** Lets a method file keep the types of its own id and options. */
export function defineMethod<const Id extends string, const S extends OptionSpecs>(
  method: Method<S, Id>,
): Method<S, Id> {
  return method;
}
