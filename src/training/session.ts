import * as tf from "@tensorflow/tfjs-core";
import {
  type AdamWSettings,
  type AdamWState,
  adamWDefaults,
  createAdamWState,
  disposeAdamWState,
} from "../engine/adamw";
import type { Engine } from "../engine/engine";
import type { Computation, Inputs, LossAndGradients } from "../engine/recording";
import { type AnyOptions, parseOptions } from "../lib/options";
import { encodeTensors, type PlainTensor } from "../lib/safetensors";
import type { Adapter, Method, Part } from "../methods/method";
import type { Head } from "../model/config";
import type { Subject } from "../model/subject";
import { forward, type Model, readOut } from "../model/transformer";
import { readAdapter } from "./adapter-file";
import { countParts, type PartCounts } from "./count-parts";
import { attachHead } from "./head";
import { mergedModel, mergedParameter } from "./merged";
import { requireFit } from "./method-misfit";
import { startCrossEntropy } from "./objectives/cross-entropy";
import type { LossContext, Objective } from "./objectives/objective";
import { RepeatedGradients } from "./repeated-gradients";
import { putMoments, type Snapshot, takeSnapshot } from "./snapshot";
import { VariableStore } from "./variable-store";

/** What a session needs beside the base. */
export interface SessionSpec {
  readonly method: Method;
  readonly options: AnyOptions;
  readonly seed: number;
  /** The head that the task gives the model; "tokens": the base keeps its own. */
  readonly head: Head;
  /** Token ids of the words that the task is answered with, the commonest first; none where left out. */
  readonly answerTokens?: readonly number[];
  /** What is minimised; cross-entropy on a batch where left out. The session disposes it. */
  readonly objective?: Objective;
  /** Optimiser settings; adamWDefaults where left out. */
  readonly optimiser?: AdamWSettings;
}

/** One method being trained on one task. It reads the base and never writes to it. */
export class TrainingSession {
  readonly model: Model;
  readonly edits: Adapter;
  readonly parts: readonly Part[];
  private readonly store: VariableStore;
  private state: AdamWState;
  readonly objective: Objective;
  private readonly context: LossContext;
  private readonly repeated: RepeatedGradients;
  /** The gradient of the loss with respect to the loss, which starts the backward pass. */
  private readonly one: tf.Scalar;

  /** Throws MethodMisfitError where the method cannot be used on such a base, OptionError for options that it cannot have. */
  constructor(
    private readonly engine: Engine,
    private readonly base: Model,
    private readonly spec: SessionSpec,
  ) {
    requireFit(spec.method, base.config);
    const options = parseOptions(spec.method.options, spec.options);
    this.store = new VariableStore(spec.seed);
    const { head, answerTokens = [] } = spec;
    this.parts = spec.method.parts({ ...base.config, head }, options);
    const attachment = { model: base, options, variables: this.store, ops: engine.ops, head, answerTokens };
    try {
      this.edits = spec.method.attach(attachment);
    } catch (error) {
      this.store.dispose();
      throw error;
    }
    this.model = attachHead(base, head, this.store);
    this.one = tf.tidy(() => tf.keep(tf.scalar(1)));
    const { ops, model, edits } = this.subject;
    this.objective = spec.objective ?? startCrossEntropy();
    this.context = {
      ops,
      subject: this.subject,
      logits: (tokens, at) => forward(ops, model, tokens, edits, at),
      readOut: (read) => readOut(ops, model, read, edits),
    };
    this.state = createAdamWState(this.store.trained, this.store.rates);
    this.repeated = this.repeating((inputs) => this.gradients(inputs));
  }

  /** The model as it answers now. */
  get subject(): Subject & { readonly edits: Adapter } {
    return { ops: this.engine.ops, model: this.model, edits: this.edits };
  }

  /** The base without the method, under its own head. */
  get reference(): Subject {
    return { ops: this.engine.ops, model: this.base, edits: {} };
  }

  /** Steps of the optimiser taken so far. */
  get steps(): number {
    return this.state.steps;
  }

  /** Names and shapes of the variables, the head's included. */
  get variables(): Readonly<Record<string, tf.Variable>> {
    return this.store.trained;
  }

  /** What belongs to the method and is never trained: indices, random projections. */
  get fixed(): Readonly<Record<string, tf.Tensor>> {
    return this.store.frozen;
  }

  /** Factors on the learning rate, of the variables whose factor is not 1. */
  get rates(): Readonly<Record<string, number>> {
    return Object.fromEntries(Object.entries(this.store.rates).filter(([, rate]) => rate !== 1));
  }

  /** The method's parameters, counted from its parts. */
  get counts(): PartCounts {
    return countParts(this.parts);
  }

  /** The TensorFlow.js operation that keeps steps from being replayed, or null; see RepeatedGradients. */
  get unrecorded(): string | null {
    return this.repeated.unrecorded;
  }

  /**
   * One step of AdamW on the objective's inputs (a batch, for cross-entropy). The loss before the step stays on the
   * device: the caller reads it when it is needed, not at every step, and disposes it. `share`: how much of the run is
   * over after this step, 0 to 1.
   */
  step(inputs: Inputs, learningRate: number, share = 0): tf.Scalar {
    return tf.tidy(() => {
      const { loss, gradients } = this.repeated.of(inputs);
      this.engine.applyAdamW(
        this.store.trained,
        gradients,
        this.state,
        learningRate,
        this.spec.optimiser ?? adamWDefaults,
      );
      this.edits.afterStep?.(gradients, share);
      return loss;
    });
  }

  /**
   * Computes something for the inputs of one step after the other, as steps do: recorded and replayed where possible.
   * The caller disposes it.
   */
  repeating(compute: Computation): RepeatedGradients {
    return new RepeatedGradients(this.engine.record, compute, () => this.store.all);
  }

  /** The loss, and the gradient of loss and penalty by every variable that has one. Call inside a tidy. */
  gradients(inputs: Inputs): LossAndGradients {
    const names = Object.keys(this.store.trained);
    const variables = Object.values(this.store.trained);
    const result = tf.engine().gradients(() => this.minimised(inputs), variables, this.one, true);
    const gradients: Record<string, tf.Tensor> = {};
    names.forEach((name, i) => {
      // TensorFlow.js gives null for a variable that the loss does not depend on.
      const gradient = result.grads[i] as tf.Tensor | null;
      if (gradient) gradients[name] = gradient;
    });
    // The loss is reported without the penalty, so that methods can be compared.
    const { penalty } = this.edits;
    const loss = penalty ? tf.sub(result.value, penalty()) : result.value;
    return { loss: loss as tf.Scalar, gradients };
  }

  /** What is minimised: the loss, and the penalty of the method where it has one. */
  minimised(inputs: Inputs): tf.Tensor {
    const loss = this.loss(inputs);
    return this.edits.penalty ? tf.add(loss, this.edits.penalty()) : loss;
  }

  loss(inputs: Inputs): tf.Scalar {
    return this.objective.loss(this.context, inputs);
  }

  /**
   * The adapter as a safetensors file: the tensors that must be kept, with the method and its options in the metadata.
   */
  async save(metadata: Readonly<Record<string, string>>): Promise<Uint8Array> {
    const tensors = await this.kept();
    const own = {
      format: "tuning-playground/1",
      method: this.spec.method.id,
      options: JSON.stringify(this.spec.options),
    };
    return encodeTensors({ tensors, metadata: { ...metadata, ...own } });
  }

  /**
   * Loads a saved adapter; the optimiser starts again from moments of 0. `about`: metadata that the file must have.
   * Throws TensorFileError for a broken file, AdapterMisfitError for one of another method, base or setting.
   */
  async load(file: Uint8Array, about: Readonly<Record<string, string>> = {}): Promise<void> {
    const own = { method: this.spec.method.id, options: JSON.stringify(this.spec.options) };
    this.store.put(readAdapter(file, { ...own, ...about }, await this.kept()));
    this.forgetMoments();
  }

  snapshot(): Promise<Snapshot> {
    return takeSnapshot(this.store, this.state);
  }

  /** Continues from a snapshot of a session with the same spec, taken on any backend. */
  restore(snapshot: Snapshot): void {
    this.store.put(snapshot.variables);
    this.store.put(snapshot.buffers);
    this.forgetMoments();
    putMoments(this.state, snapshot);
  }

  /**
   * The base with the method's change merged in, parameter by parameter; it needs no edits. Null where the method cannot
   * be merged. The caller disposes the tensors that are not the base's own.
   */
  merged(): Model | null {
    return mergedModel(this.model, this.edits);
  }

  /** The same for one parameter; null where the method cannot be merged or the base has no such parameter. */
  mergedParameter(name: string): tf.Tensor | null {
    return mergedParameter(this.model, this.edits, name);
  }

  /** The tensors that are needed to use the result; a network that is dropped after training is not among them. */
  kept(): Promise<Record<string, PlainTensor>> {
    const dropped = new Set(this.parts.filter((part) => !part.kept).map((part) => part.name));
    return this.store.kept((name) => !dropped.has(name));
  }

  /** Starts the optimiser again, with moments of 0. */
  private forgetMoments(): void {
    disposeAdamWState(this.state);
    this.state = createAdamWState(this.store.trained, this.store.rates);
  }

  dispose(): void {
    this.repeated.dispose();
    this.one.dispose();
    this.objective.dispose?.();
    this.store.dispose();
    disposeAdamWState(this.state);
  }
}
