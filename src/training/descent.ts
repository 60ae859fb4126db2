import * as tf from "@tensorflow/tfjs-core";
import type { Subject } from "../model/subject";
import { forward, type Model } from "../model/transformer";
import type { LoadedTask } from "../tasks/task";
import { type Batch, disposeBatch, stack } from "./batch";

/** Steps of plain gradient descent on one question and its answer, θ ← θ − η ∇L, for several learning rates η. */
export interface Descent {
  readonly input: string;
  readonly answer: string;
  /** 0: only looks at the model as it is. */
  readonly steps: number;
  readonly rates: readonly number[];
  /** Other questions, on which no step is taken: did it learn more than the one? */
  readonly beside?: readonly { readonly input: string; readonly answer: string }[];
}

/** A token of the right answer, and the model's probability of it after the right tokens before. */
export interface AnswerToken {
  readonly text: string;
  readonly chance: number;
}

export interface Descended {
  readonly rate: number;
  /** Mean loss over the answer's tokens, in nats: before the first step and after each. */
  readonly losses: readonly number[];
  /** After the last step. */
  readonly tokens: readonly AnswerToken[];
  /** The loss of each other question, after the last step. */
  readonly beside: readonly number[];
}

/** A parameter before the first step, with its gradient. */
export interface ParameterGradient {
  /** As in a checkpoint: "blocks.0.attention.query.weight[3, 17]". */
  readonly name: string;
  readonly value: number;
  readonly gradient: number;
}

export interface DescentFinding {
  /** The question as the model reads it; ids are places in its vocabulary. */
  readonly prompt: readonly { readonly id: number; readonly text: string }[];
  readonly byRate: readonly Descended[];
  /** The parameter with the largest gradient in each of the tensors where it is largest; none without steps. */
  readonly largest: readonly ParameterGradient[];
}

/** Tensors of which a parameter is shown. */
const shown = 5;

/** Takes the steps on copies: the model stays as it is. Throws InputError for an input that cannot be asked. */
export async function descend(
  { ops, model }: Subject,
  task: LoadedTask,
  { input, answer, steps, rates, beside = [] }: Descent,
): Promise<DescentFinding> {
  const prompt = Array.from(task.prompt(input), (id) => ({ id, text: task.tokenizer.decode([id]) }));
  const example = task.encode({ input, answer });
  const [batch, ...others] = [example, ...beside.map((item) => task.encode(item))].map((one) =>
    stack([one]),
  ) as [Batch, ...Batch[]];
  const ids = [...example.targets].filter((_, t) => example.weights[t]);
  const lossOn =
    ({ tokens, rows, source, targets, weights, normaliser }: Batch): Loss =>
    (params) => {
      const logits = forward(ops, { ...model, params }, tokens, {}, { rows, source });
      return ops.crossEntropy(logits, targets, weights, normaliser) as tf.Scalar;
    };
  const lossOf = lossOn(batch);
  try {
    const byRate: Descended[] = [];
    for (const rate of rates) byRate.push(await descendAt(rate));
    return { prompt, byRate, largest: steps > 0 ? await largestGradients(model.params, lossOf) : [] };
  } finally {
    for (const each of [batch, ...others]) disposeBatch(each);
  }

  async function descendAt(rate: number): Promise<Descended> {
    const [losses, chances, besides] = tf.tidy(() => {
      let params = model.params;
      const losses = [lossOf(params)];
      for (let step = 0; step < steps; step++) {
        params = stepped(params, gradientsOf(params, lossOf), rate);
        losses.push(lossOf(params));
      }
      const besides = others.map((other) => lossOn(other)(params));
      return [tf.stack(losses), chancesOf(params, batch, ids), besides] as const;
    });
    const [lossValues, chanceValues, ...besideValues] = await Promise.all(
      [losses, chances, ...besides].map((tensor) => tensor.data()),
    );
    tf.dispose([losses, chances, besides]);
    const tokens = ids.map((id, i) => ({ text: task.tokenizer.decode([id]), chance: chanceValues![i]! }));
    return { rate, losses: [...lossValues!], tokens, beside: besideValues.map(([loss]) => loss!) };
  }

  /** The probability of each of the answer's tokens. */
  function chancesOf(
    params: Model["params"],
    { tokens, rows, source }: Batch,
    ids: readonly number[],
  ): tf.Tensor {
    const logits = forward(ops, { ...model, params }, tokens, {}, { rows, source }); // (1, R, V)
    const { vocabulary } = model.config;
    const all = tf.reshape(tf.softmax(logits), [-1]);
    return tf.gather(
      all,
      tf.tensor1d(
        ids.map((id, row) => row * vocabulary + id),
        "int32",
      ),
    );
  }
}

type Loss = (params: Model["params"]) => tf.Scalar;

/** The gradient of the loss by each parameter that it depends on. Call inside a tidy. */
function gradientsOf(params: Model["params"], loss: Loss): Readonly<Record<string, tf.Tensor>> {
  const names = Object.keys(params);
  const { grads } = tf.engine().gradients(() => loss(params), Object.values(params), tf.scalar(1), true);
  return Object.fromEntries(
    names.flatMap((name, i) => {
      // TensorFlow.js gives null for a tensor that the loss does not depend on.
      const gradient = grads[i] as tf.Tensor | null;
      return gradient ? [[name, gradient] as const] : [];
    }),
  );
}

function stepped(
  params: Model["params"],
  gradients: Readonly<Record<string, tf.Tensor>>,
  rate: number,
): Model["params"] {
  const moved = Object.entries(gradients).map(
    ([name, gradient]) => [name, tf.sub(params[name]!, tf.mul(gradient, rate))] as const,
  );
  return { ...params, ...Object.fromEntries(moved) };
}

async function largestGradients(params: Model["params"], loss: Loss): Promise<readonly ParameterGradient[]> {
  const gradients = tf.tidy(() => gradientsOf(params, loss));
  const found = await Promise.all(
    Object.entries(gradients).map(async ([name, gradient]) => {
      const values = (await gradient.data()) as Float32Array;
      const at = values.reduce((best, value, i) => (Math.abs(value) > Math.abs(values[best]!) ? i : best), 0);
      const place = placeOf(at, gradient.shape);
      const value = (await params[name]!.data())[at]!;
      return { name: `${name}[${place.join(", ")}]`, value, gradient: values[at]! };
    }),
  );
  tf.dispose(Object.values(gradients));
  return found.sort((a, b) => Math.abs(b.gradient) - Math.abs(a.gradient)).slice(0, shown);
}

/** Where an entry of a flattened tensor is. */
function placeOf(at: number, shape: readonly number[]): readonly number[] {
  const place: number[] = [];
  for (const size of shape.toReversed()) {
    place.unshift(at % size);
    at = Math.floor(at / size);
  }
  return place;
}
