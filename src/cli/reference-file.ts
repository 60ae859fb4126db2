import * as tf from "@tensorflow/tfjs-core";
import { type AdamWSettings, adamWDefaults } from "../engine/adamw";
import type { Engine } from "../engine/engine";
import type { AnyOptions } from "../lib/options";
import { createRandom, type Random } from "../lib/random";
import type { PlainTensor, TensorFile } from "../lib/safetensors";
import { sizeOf } from "../lib/shape";
import type { Method } from "../methods/method";
import { type ModelConfig, tokensHead } from "../model/config";
import { parameterShapes } from "../model/parameters";
import { forward } from "../model/transformer";
import type { Example } from "../tasks/task";
import { stack } from "../training/batch";
import { toModel } from "../training/load-base";
import { TrainingSession } from "../training/session";

/** What is computed: a method with these options on a random model of this shape. */
export interface ReferenceSpec {
  readonly config: ModelConfig;
  readonly method: Method;
  readonly options: AnyOptions;
  readonly seed: number;
  readonly steps: number;
}

/** Constant rate, no clipping: plain AdamW, as torch.optim.AdamW does it. */
const optimiser: AdamWSettings = { ...adamWDefaults, weightDecay: 0.01, clipNorm: 0 };
const learningRate = 0.001;
const batchSize = 4;
/** Tokens that `init=labels` of prompt-tuning starts from. */
const answerTokens = [2, 1];

/**
 * Everything that another implementation needs to check ours, by prefix: base., variable., fixed. and batch. go in;
 * logits, loss and gradient. come out, and after the steps after. and, if the method can be merged, merged.
 */
export function referenceFile(engine: Engine, spec: ReferenceSpec): TensorFile {
  const { config, method, options, seed, steps } = spec;
  const random = createRandom(seed).fork("reference");
  const baseConfig: ModelConfig = { ...config, head: tokensHead };
  const base = toModel(baseConfig, randomParams(baseConfig, random));
  const session = new TrainingSession(engine, base, {
    method,
    options,
    seed,
    head: config.head,
    answerTokens,
    optimiser,
  });
  const examples = randomExamples(config, random);
  const batch = stack(examples);
  const sources = examples.flatMap(({ source }) => (source ? [Array.from(source)] : []));

  const tensors: Record<string, PlainTensor> = {};
  const add = (prefix: string, named: Readonly<Record<string, tf.Tensor>>): void => {
    for (const [name, tensor] of Object.entries(named)) {
      tensors[`${prefix}${name}`] = { shape: tensor.shape, data: Float32Array.from(tensor.dataSync()) };
    }
  };
  tf.tidy(() => {
    add("base.", base.params);
    add("variable.", session.variables);
    add("fixed.", session.fixed);
    add("batch.", {
      tokens: tf.tensor2d(examples.map((example) => Array.from(example.tokens))),
      targets: tf.tensor2d(examples.map(({ targets }) => Array.from(targets))),
      counts: tf.tensor2d(examples.map(({ weights }) => Array.from(weights))),
      ...(sources.length > 0 && { source: tf.tensor2d(sources) }),
    });
    const { tokens, source } = batch;
    add("", { logits: forward(engine.ops, session.model, tokens, session.edits, { source }) });
    const { loss, gradients } = session.gradients(batch);
    add("", { loss });
    add("gradient.", gradients);
    for (let step = 0; step < steps; step++) session.step(batch, learningRate, (step + 1) / steps);
    add("after.", session.variables);
    add("merged.", session.merged()?.params ?? {});
  });
  session.dispose();

  const metadata = {
    format: "tuning-playground-reference/2",
    config: JSON.stringify(config),
    method: method.id,
    options: JSON.stringify(options),
    optimiser: JSON.stringify({ name: "AdamW", learningRate, schedule: "constant", ...optimiser, steps }),
    steps: JSON.stringify({
      batch: "the same each time",
      // What AdaLoRA's budget follows.
      share: "(step + 1) / steps after step 0, 1, …",
      // P-tuning with a base that is trained along.
      rates: session.rates,
    }),
    gradient: "of the loss and the method's own penalty; the loss itself is without it",
    merged: method.mergeable ? "the parameters after the steps, with the change merged in" : "not possible",
    model: JSON.stringify({
      norm: "pre-LN, epsilon 1e-5",
      activation: "gelu, tanh form",
      linear: "y = x W + b",
      padding: 0,
    }),
    backend: `${engine.backend}, ${engine.fused ? "fused" : "plain"} kernels`,
  };
  return { tensors, metadata };
}

/** Random values for every parameter, biases and gains too, because zeros and ones could hide an error. */
function randomParams(config: ModelConfig, random: Random): Record<string, PlainTensor> {
  const draw = (name: string, shape: readonly number[]): PlainTensor => {
    const own = random.fork(name);
    const centre = name.endsWith("norm.weight") ? 1 : 0;
    const size = sizeOf(shape);
    return { shape, data: Float32Array.from({ length: size }, () => centre + 0.2 * own.normal()) };
  };
  return Object.fromEntries(
    Object.entries(parameterShapes(config)).map(([name, shape]) => [name, draw(name, shape)]),
  );
}

/**
 * Random tokens. The sequences end in padding of different lengths; those of a decoder alone have none. Every example
 * counts at least once.
 */
function randomExamples({ context, vocabulary, head, kind }: ModelConfig, random: Random): Example[] {
  const classes = head.kind === "classes" ? head.k : 0;
  const outputs = classes > 0 ? 1 : context;
  const sequence = (length: number): Int32Array =>
    Int32Array.from({ length: context }, (_, t) => (t < length ? 1 + random.integer(vocabulary - 1) : 0));
  return Array.from({ length: batchSize }, (_, example) => {
    const padded = Math.max(1, context - example);
    const length = kind === "decoder" ? context : padded;
    const tokens = sequence(length);
    const targets = Int32Array.from({ length: outputs }, () =>
      random.integer(classes > 0 ? classes : vocabulary),
    );
    const weights = Float32Array.from({ length: outputs }, (_, t) =>
      t === 0 || (t < length && random.integer(3) > 0) ? 1 : 0,
    );
    return { tokens, targets, weights, ...(kind === "encoder-decoder" && { source: sequence(padded) }) };
  });
}
