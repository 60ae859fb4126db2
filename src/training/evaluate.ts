import * as tf from "@tensorflow/tfjs-core";
import { generate } from "../model/generate";
import { confidence } from "../model/generation";
import type { Subject } from "../model/subject";
import { forward } from "../model/transformer";
import type { Example, Item, LoadedTask } from "../tasks/task";
import { stack } from "./batch";

/** Loss in nats a token, and the share of examples in which every position with a weight is right under teacher forcing. */
export interface LossAndExact {
  readonly loss: number;
  readonly exact: number;
}

/** An answer in text, with the probability that the model gave it. */
export interface GivenAnswer {
  readonly text: string;
  readonly confidence: number;
}

/**
 * The number of examples that go through the model at once: large enough to be fast, small enough not to block the
 * worker.
 */
const chunkSize = 64;

/**
 * Loss and exact-match accuracy over examples. A greedy answer is right exactly if it is right under teacher forcing.
 */
export async function measure(
  { ops, model, edits }: Subject,
  examples: readonly Example[],
): Promise<LossAndExact> {
  let lossSum = 0;
  let total = 0;
  let right = 0;
  for (let from = 0; from < examples.length; from += chunkSize) {
    const chunk = examples.slice(from, from + chunkSize);
    const [losses, choices] = tf.tidy(() => {
      const batch = stack(chunk);
      const { rows, targets, weights, normaliser } = batch;
      const logits = forward(ops, model, batch.tokens, edits, { rows, source: batch.source });
      return [ops.crossEntropy(logits, targets, weights, normaliser), tf.argMax(logits, -1)] as const;
    });
    const [loss, chosen] = await Promise.all([losses.data(), choices.data()]);
    tf.dispose([losses, choices]);
    let at = 0;
    let weight = 0;
    for (const { targets, weights } of chunk) {
      for (const each of weights) weight += each;
      const wrong = targets.filter((target, t) => weights[t] && chosen[at++] !== target);
      if (wrong.length === 0) right++;
    }
    lossSum += loss[0]! * weight;
    total += weight;
  }
  return { loss: lossSum / (total || 1), exact: right / Math.max(1, examples.length) };
}

/** Answers to prompts as task.prompt made them: generated greedily, or the likeliest class. */
export async function answer(
  subject: Subject,
  task: LoadedTask,
  prompts: readonly Int32Array[],
): Promise<GivenAnswer[]> {
  if (task.classes.length > 0) return classify(subject, task.classes, prompts);
  const { opening, end, context: most } = task;
  const generated = opening
    ? await generate(subject, Array(prompts.length).fill(opening), { end, most, sources: prompts })
    : await generate(subject, prompts, { end, most });
  return generated.map(([given]) => ({
    text: task.tokenizer.decode(given!.ids),
    confidence: confidence(given!),
  }));
}

async function classify(
  { ops, model, edits }: Subject,
  classes: readonly string[],
  prompts: readonly Int32Array[],
): Promise<GivenAnswer[]> {
  const probabilities = tf.tidy(() => {
    const length = Math.max(...prompts.map((prompt) => prompt.length));
    const rows = new Int32Array(prompts.length * length);
    prompts.forEach((prompt, i) => {
      rows.set(prompt, i * length);
    });
    return tf.softmax(forward(ops, model, tf.tensor2d(rows, [prompts.length, length], "int32"), edits));
  });
  const values = (await probabilities.data()) as Float32Array;
  probabilities.dispose();
  return prompts.map((_, i) => {
    const own = values.subarray(i * classes.length, (i + 1) * classes.length);
    const best = own.indexOf(Math.max(...own));
    return { text: classes[best] ?? "", confidence: own[best] ?? 0 };
  });
}

/** Answers items with the model as it is now, and scores the answers. */
export async function answerItems(
  subject: Subject,
  task: LoadedTask,
  items: readonly Item[],
): Promise<{ input: string; expected: string; answer: string; score: number }[]> {
  const prompts = items.map((item) => task.prompt(item.input));
  const answers = await answer(subject, task, prompts);
  return items.map((item, i) => {
    const text = answers[i]?.text ?? "";
    return { input: item.input, expected: item.answer, answer: text, score: task.score(text, item) };
  });
}

/** Loss and exact-match accuracy on each set of examples. */
export async function probe(
  subject: Subject,
  probes: readonly { readonly id: string; readonly examples: readonly Example[] }[],
): Promise<({ readonly id: string } & LossAndExact)[]> {
  const results = [];
  for (const { id, examples } of probes) results.push({ id, ...(await measure(subject, examples)) });
  return results;
}
