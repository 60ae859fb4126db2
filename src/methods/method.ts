import type { Tensor } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { OptionSpecs, OptionValues } from "../lib/options";
import type { Random } from "../lib/random";
import type { Head, ModelConfig } from "../model/config";
import type { Edits } from "../model/edits";
import type { Model } from "../model/transformer";

/** Makes the variables of a method. What is made here is all that the optimiser touches (but not what is `fixed`). */
export interface Variables {
  zeros(name: string, shape: readonly number[]): Tensor;
  filled(name: string, shape: readonly number[], value: number): Tensor;
  /** Starts as the value of a computation. */
  computed(name: string, compute: () => Tensor): Tensor;
  /** Drawn from a normal distribution, mean 0; seeded by the run and the name. */
  normal(name: string, shape: readonly number[], std: number): Tensor;
  /** Starts as a copy of a base parameter. `rate` scales the learning rate of this one variable. */
  copy(name: string, value: Tensor, rate?: number): Tensor;
  /** Starts as copies of rows of a table (R, C) -> (count, C); `choose` picks their numbers, on a stream of its own. */
  rows(name: string, table: Tensor, choose: (random: Random) => readonly number[]): Tensor;
  /**
   * Numbers that belong to the method and are never trained: drawn once, stored with the rest, so that a loaded
   * adapter does not hang on the seed that drew them.
   */
  fixed(
    name: string,
    shape: readonly number[],
    draw: (random: Random) => ArrayLike<number>,
    type?: "float32" | "int32",
  ): Tensor;
  /** A variable's values now, and other values for it, outside of the optimiser: for `afterStep`. */
  read(name: string): Tensor;
  write(name: string, value: Tensor): void;
  /** Zeros that a method keeps for itself while training, and writes to in `afterStep`; neither trained nor stored. */
  buffer(name: string, shape: readonly number[]): StateBuffer;
  /**
   * A tensor made from variables by a network that is only needed while training. Returns a reader for the forward
   * pass; what is saved is this tensor, not the network, and a loaded adapter gives it back.
   */
  reparameterized(name: string, compute: () => Tensor): () => Tensor;
}

/** Numbers that change from step to step without being trained. */
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
  /** Lies in the saved file though it is no parameter that was learnt: indices, random projections. */
  readonly stored?: boolean;
}

/** How many numbers a method trains, and how many must be kept to use the result; with the arithmetic spelt out. */
export interface Count {
  readonly trained: number;
  readonly kept: number;
  /** Numbers in the saved file, where they are more than those kept. */
  readonly stored?: number;
  /** The formula in symbols, TeX: "2Lr(d+d)". */
  readonly symbols: string;
  /** The same with the learner's numbers in plain text: "2 × 2 × 4 × (64 + 64)". */
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
  /** Token ids of the words the task is answered with, the commonest first. */
  readonly answerTokens: readonly number[];
}

/** What a method does to a model while it is trained, and how to fold it into the base afterwards. */
export interface Adapter extends Edits {
  /** It changes the last step alone, so that the features below never change: they are computed once for an example. */
  readonly readsOnlyFeatures?: true;
  /** Added to the loss while training: a scalar. */
  penalty?(): Tensor;
  /** Done after every step of the optimiser; `gradients` by name, `share` of the steps taken so far (0 to 1). */
  afterStep?(gradients: Readonly<Record<string, Tensor>>, share: number): void;
  /** The parameter `name` of the base with the change folded in: the merged model needs no edits. */
  merge?(name: string, base: Tensor): Tensor;
}

/** The three words of Ding et al. 2022 (Delta Tuning); "other" fits none of them. */
export type Family = "full" | "addition" | "specification" | "reparameterization" | "other";

/** Why a method cannot be used on a model: i18n keys below `methods.declines`. */
export type Reason = "one-stack";

/** A tuning method: new variables and edits to the forward pass. One file each, one list (index.ts). */
export interface Method<S extends OptionSpecs = OptionSpecs, Id extends string = string> {
  readonly id: Id;
  readonly family: Family;
  readonly paper: {
    readonly authors: string;
    readonly title: string;
    readonly year: number;
    readonly url: string;
  };
  readonly options: S;
  /** The equation of the method, TeX. */
  readonly equation: string;
  /** A rate to start a search from; the rates on offer for each base were swept: src/training/learning-rates.ts. */
  readonly learningRate: number;
  /** Readers try its rate on other methods, to see why each needs one of its own: there it stays this method's on every base. */
  readonly lendsRate?: true;
  /** Whether the change can be folded into the base weights after training, leaving no extra work at inference. */
  readonly mergeable: boolean;
  /** What the model answers before the first step: exactly as the base, nearly so, or something else. */
  readonly start: "base" | "near" | "away";
  /** Whether it can be used on such a model, or why not; left out where it goes with every model. */
  fits?(config: ModelConfig): true | Reason;
  /** Most positions that it puts in front of an input or of keys: what a step needs memory for. None where left out. */
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
