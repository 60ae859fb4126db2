import type { Tensor } from "@tensorflow/tfjs-core";
import type { Ops } from "../engine/ops";
import type { OptionSpecs, OptionValues } from "../lib/options";
import type { ModelConfig } from "../model/config";
import type { Edits, Model } from "../model/transformer";

/** Makes the variables of a method. What is made here is all that the optimiser touches. */
export interface Variables {
  zeros(name: string, shape: readonly number[]): Tensor;
  ones(name: string, shape: readonly number[]): Tensor;
  /** Drawn from a normal distribution, mean 0; seeded by the run and the name. */
  normal(name: string, shape: readonly number[], std: number): Tensor;
  /** Starts as a copy of a base parameter. `rate` scales the learning rate of this one variable. */
  copy(name: string, value: Tensor, rate?: number): Tensor;
  /**
   * A tensor made from variables by a network that is only needed while training. Returns a reader for the forward
   * pass; what is saved is this tensor, not the network, and a loaded adapter gives it back.
   */
  distilled(name: string, compute: () => Tensor): () => Tensor;
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
}

/** How many numbers a method trains, and how many must be kept to use the result; with the arithmetic spelt out. */
export interface Count {
  readonly trained: number;
  readonly kept: number;
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
}

export type Family = "full" | "addition" | "specification" | "reparameterization";

/** A tuning method: new variables and edits to the forward pass. One file each, one list (index.ts). */
export interface Method<S extends OptionSpecs = OptionSpecs> {
  readonly id: string;
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
  /** This method's own default rate, best of the sweep recorded in public/runs/sweep.json. */
  readonly learningRate: number;
  /** Whether the change can be folded into the base weights after training, leaving no extra work at inference. */
  readonly mergeable: boolean;
  /** Every tensor the method makes, by formula (no tensors): a test holds it equal to what `attach` makes. */
  parts(config: ModelConfig, options: OptionValues<S>): readonly Part[];
  /** The count in closed form, written out from the paper; a test holds it equal to the sum of `parts`. */
  count(config: ModelConfig, options: OptionValues<S>): Count;
  /** Makes the variables and says how they change the forward pass. */
  attach(attachment: Attachment<S>): Edits;
}

/** Lets a method file keep the types of its own options. */
export function defineMethod<const S extends OptionSpecs>(method: Method<S>): Method<S> {
  return method;
}
