import * as tf from "@tensorflow/tfjs-core";
import {
  type AdamWSettings,
  type AdamWState,
  adamWDefaults,
  createAdamWState,
  disposeAdamWState,
} from "../engine/adamw";
import type { Engine } from "../engine/engine";
import type { LossAndGradients } from "../engine/recording";
import { type AnyOptions, parseOptions } from "../lib/options";
import { encodeTensors, type PlainTensor } from "../lib/safetensors";
import { sizeOf } from "../lib/shape";
import type { Adapter, Method, Part } from "../methods/method";
import type { Head } from "../model/config";
import { features, type Model, readOut } from "../model/transformer";
import { readAdapter } from "./adapter-file";
import type { Batch } from "./batch";
import { FeatureCache } from "./feature-cache";
import { attachHead } from "./head";
import { RepeatedGradients } from "./repeated-gradients";
import { putMoments, type Snapshot, takeSnapshot } from "./snapshot";
import { VariableStore } from "./variable-store";

/** What a session needs beside the base: plain data and how long the schedule is. */
export interface SessionSpec {
  readonly method: Method;
  readonly options: AnyOptions;
  readonly seed: number;
  /** The head that the task gives the model; "tokens": the base keeps its own. */
  readonly head: Head;
  /** Token ids of the words the task is answered with, the commonest first; none unless told. */
  readonly answerTokens?: readonly number[];
  /** Optimiser settings; adamWDefaults unless told. */
  readonly optimiser?: AdamWSettings;
}

/** One method being trained on one task. It reads the base and never writes to it. */
export class TrainingSession {
  readonly model: Model;
  readonly edits: Adapter;
  readonly parts: readonly Part[];
  private readonly store: VariableStore;
  private state: AdamWState;
  /** For a method that changes nothing but the last step. */
  private readonly cache: FeatureCache | undefined;
  private readonly repeated: RepeatedGradients;
  /** The gradient of the objective by itself. */
  private readonly one = tf.tidy(() => tf.keep(tf.scalar(1)));

  constructor(
    private readonly engine: Engine,
    base: Model,
    private readonly spec: SessionSpec,
  ) {
    const options = parseOptions(spec.method.options, spec.options);
    this.store = new VariableStore(spec.seed);
    const { head, answerTokens = [] } = spec;
    this.parts = spec.method.parts({ ...base.config, head }, options);
    const { ops } = engine;
    const attachment = { model: base, options, variables: this.store, ops, head, answerTokens };
    this.edits = spec.method.attach(attachment);
    this.model = attachHead(base, head, this.store);
    if (this.edits.readsOnlyFeatures) this.cache = new FeatureCache(ops, this.model);
    this.state = createAdamWState(this.store.trained, this.store.rates);
    this.repeated = this.repeating((batch) => this.gradients(batch));
  }

  /** Steps of the optimiser taken so far. */
  get steps(): number {
    return this.state.steps;
  }

  /** Names and shapes of the variables, the head's included. */
  get variables(): Readonly<Record<string, tf.Variable>> {
    return this.store.trained;
  }

  /** Numbers that belong to the method and never move: indices, random projections. */
  get fixed(): Readonly<Record<string, tf.Tensor>> {
    return this.store.frozen;
  }

  /** Factors on the learning rate, of the variables that have one of their own. */
  get rates(): Readonly<Record<string, number>> {
    return Object.fromEntries(Object.entries(this.store.rates).filter(([, rate]) => rate !== 1));
  }

  /** Numbers of the method's own, counted from its parts: trained, kept, and in the saved file. */
  get counts(): { readonly trained: number; readonly kept: number; readonly stored: number } {
    const sum = (of: (part: Part) => boolean | undefined): number =>
      this.parts.filter(of).reduce((total, part) => total + sizeOf(part.shape), 0);
    return {
      trained: sum((part) => part.trained),
      kept: sum((part) => part.kept),
      stored: sum((part) => part.kept || part.stored),
    };
  }

  /**
   * One step of AdamW on a batch. The loss (before the step) stays on the device: reading it is the caller's, and
   * need not happen every step. The caller disposes it. `share`: how much of the run is over after this step, 0 to 1.
   */
  step(batch: Batch, learningRate: number, share = 0): tf.Scalar {
    return tf.tidy(() => {
      const { loss, gradients } = this.repeated.of(batch);
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

  /** What computes something of batch after batch as steps do: recorded and replayed where that can be. The caller disposes it. */
  repeating(compute: (batch: Batch) => LossAndGradients): RepeatedGradients {
    // What the cache holds decides what is computed.
    const record = this.cache ? null : this.engine.record;
    return new RepeatedGradients(record, compute, () => this.store.all);
  }

  /**
   * Loss on a batch, and the gradient, for every variable that has one, of the loss and the method's own penalty.
   * Call inside a tidy.
   */
  gradients(batch: Batch): LossAndGradients {
    const names = Object.keys(this.store.trained);
    const variables = Object.values(this.store.trained);
    const result = tf.engine().gradients(() => this.objective(batch), variables, this.one, true);
    const gradients: Record<string, tf.Tensor> = {};
    names.forEach((name, i) => {
      // TensorFlow.js gives null for a variable that the loss does not depend on.
      const gradient = result.grads[i] as tf.Tensor | null;
      if (gradient) gradients[name] = gradient;
    });
    // What is reported is the loss that all methods share.
    const { penalty } = this.edits;
    const loss = penalty ? tf.sub(result.value, penalty()) : result.value;
    return { loss: loss as tf.Scalar, gradients };
  }

  /** What is minimised: the loss, and a method's own penalty. */
  objective(batch: Batch): tf.Tensor {
    const loss = this.loss(batch);
    return this.edits.penalty ? tf.add(loss, this.edits.penalty()) : loss;
  }

  /** Mean cross-entropy on a batch, nats a token. */
  loss(batch: Batch): tf.Scalar {
    const { ops } = this.engine;
    const { rows, targets, weights } = batch.counted;
    const read =
      this.cache?.of(batch) ??
      features(ops, this.model, batch.tokens, this.edits, { rows, source: batch.source });
    const logits = readOut(ops, this.model, read, this.edits);
    return ops.crossEntropy(logits, targets, weights) as tf.Scalar;
  }

  /** The adapter as a safetensors file: what must be kept, and in the metadata how to make the rest again. */
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
   * Puts a saved adapter in place; the optimiser starts afresh. `about` is what the file must say of itself.
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

  /** Goes on from a snapshot taken of a session with the same spec, on any backend. */
  restore(snapshot: Snapshot): void {
    this.store.put(snapshot.variables);
    this.store.put(snapshot.memories);
    this.forgetMoments();
    putMoments(this.state, snapshot);
  }

  /**
   * The base with the method's change folded in, parameter by parameter; it needs no edits. Null where the method
   * cannot be merged. The caller disposes what is not the base's own.
   */
  merged(): Model | null {
    if (!this.edits.merge) return null;
    const { config, params } = this.model;
    const folded = Object.keys(params).map((name) => [name, this.mergedParameter(name)]);
    return { config, params: Object.fromEntries(folded) as Record<string, tf.Tensor> };
  }

  /** The same for one parameter; null where the method cannot be merged or the base has no such parameter. */
  mergedParameter(name: string): tf.Tensor | null {
    const base = this.model.params[name];
    const { merge } = this.edits;
    if (!merge || !base) return null;
    return tf.tidy(() => {
      const folded = merge(name, base);
      // A method may answer with a variable of its own, which is not the caller's to dispose.
      return folded === base ? base : tf.mul(folded, 1);
    });
  }

  /** What must be stored to use the result; a network that is dropped after training is not. */
  kept(): Promise<Record<string, PlainTensor>> {
    const dropped = new Set(this.parts.filter((part) => !part.kept).map((part) => part.name));
    return this.store.kept((name) => !dropped.has(name));
  }

  /** The optimiser starts afresh, with moments of 0. */
  private forgetMoments(): void {
    disposeAdamWState(this.state);
    this.state = createAdamWState(this.store.trained, this.store.rates);
  }

  dispose(): void {
    this.repeated.dispose();
    this.one.dispose();
    this.cache?.dispose();
    this.store.dispose();
    disposeAdamWState(this.state);
  }
}
