import type { Scalar, Tensor, Tensor1D, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import type { Ops } from "../../engine/ops";
import type { Inputs } from "../../engine/recording";
import type { OptionSpecs, OptionValues } from "../../lib/options";
import type { Paper } from "../../lib/papers";
import type { Random } from "../../lib/random";
import type { Adapter } from "../../methods/method";
import type { Head, ModelConfig } from "../../model/config";
import type { Subject } from "../../model/subject";
import type { Example, LoadedTask } from "../../tasks/task";
import type { Batch } from "../batch";
import type { LossAndExact } from "../evaluate";
import type { ObjectiveReason } from "../objective-misfit";
import type { PreferenceSource } from "../preferences/preferences";

/** What a loss is computed with. */
export interface LossContext {
  readonly ops: Ops;
  /** The lane's model with its edits on. */
  readonly subject: Subject;
  /** What the lane's head gives, with the lane's edits on: at `rows` of the flattened (B · T), or at all positions. */
  logits(tokens: Tensor2D, at: { readonly rows?: Tensor1D; readonly source?: Tensor2D | undefined }): Tensor;
  /** The last step alone, on features that were computed before. */
  readOut(features: Tensor3D): Tensor;
}

/** The labelled examples of a step, and the same as tensors. */
export interface Supervised {
  readonly examples: readonly Example[];
  readonly batch: Batch;
}

/** What the inputs of a step are made from. */
export interface Draw {
  /** A stream of the race's seed, the objective and the step: lanes with the same objective draw the same. */
  readonly random: Random;
  /** The lane as it is now. */
  readonly subject: Subject & { readonly edits: Adapter };
  /** The base without the method, under its own head. No lane changes it, so it costs nothing to keep. */
  readonly reference: Subject;
  /** The labelled examples of this step. They come from the seed and the step: all lanes see the same. */
  supervised(): Supervised;
}

/** Why a lane ends before its last step. */
export type StopReason = "not-a-number" | "kl" | "collapse";

/** The inputs of one step. The caller disposes them. */
export interface Drawn<I extends Inputs = Inputs> {
  readonly inputs: I;
  /** Values of the objective's series at this step, where drawing gives them. */
  readonly series?: Readonly<Record<string, number>>;
  /** Take no further step. */
  readonly stop?: StopReason;
}

/** What an objective measures of a lane on held-out data. */
export interface Measured {
  readonly series: Readonly<Record<string, number>>;
  /** Replaces the task's loss and score where the model's head cannot answer the task. */
  readonly own?: LossAndExact;
  /** Take no further step. */
  readonly stop?: StopReason;
}

/** What an objective keeps from step to step, as plain data. */
export type Remembered = Readonly<Record<string, number | readonly number[]>>;

/** What one lane minimises, and on what. */
export interface Objective<I extends Inputs = Inputs> {
  /**
   * Draws all that a step reads. Whatever differs from step to step is one of these tensors: a replay repeats the rest.
   */
  inputs(draw: Draw): Drawn<I> | Promise<Drawn<I>>;
  /** The loss of a step, a scalar. See Computation for what it must not do. */
  loss(context: LossContext, inputs: I): Scalar;
  measure?(subjects: Pick<Draw, "subject" | "reference">): Promise<Measured>;
  /** The state that it keeps from step to step, by name; part of a snapshot of the lane. */
  remembered?(): Remembered;
  recall?(remembered: Remembered): void;
  dispose?(): void;
}

/** What an objective is started with. */
export interface Start<S extends OptionSpecs> {
  readonly options: OptionValues<S>;
  readonly task: LoadedTask;
  /** Examples, pairs or answers a step. */
  readonly batch: number;
  /** Where the preferences of readers come from; null for a race without any. */
  readonly preferences: PreferenceSource | null;
}

/** A training objective: what is minimised, and on what. One file each, one list (index.ts). */
export interface ObjectiveKind<S extends OptionSpecs = OptionSpecs, Id extends string = string> {
  readonly id: Id;
  readonly options: S;
  /** Names of what it reports beside the loss. */
  readonly series: readonly string[];
  /** The paper that introduced it; left out for common practice. */
  readonly paper?: Required<Paper>;
  /** The head that the model needs; left out where the task's own stays. */
  head?(options: OptionValues<S>): Head;
  /** Why it cannot train such a model on such a task; null where it can. */
  misfit(config: ModelConfig, task: LoadedTask): ObjectiveReason | null;
  /** Makes the objective of one lane; it may keep state from step to step, so each lane has its own. */
  start(start: Start<S>): Objective;
}

/** An objective that compares written answers: it needs a model that writes, and a task that is answered in tokens. */
export function needsDecoder(config: ModelConfig, task: LoadedTask): ObjectiveReason | null {
  if (config.kind !== "decoder") return "needs-decoder";
  return task.classes.length > 0 ? "needs-tokens" : null;
}

/** Lets an objective's file keep the types of its own id and options. */
export function defineObjective<const Id extends string, const S extends OptionSpecs>(
  kind: ObjectiveKind<S, Id>,
): ObjectiveKind<S, Id> {
  return kind;
}
