import * as tf from "@tensorflow/tfjs-core";
import { createRandom } from "../lib/random";
import type { Subject } from "../model/subject";
import { forward } from "../model/transformer";
import { stack } from "./batch";
import type { Examined } from "./examined";
import { exampleOf } from "./objectives/answers";
import { sampleAnswers } from "./objectives/sample-answers";

/** A token that a lane wrote: log-probabilities (nats) under the lane, and under the base at the same place. */
export interface SampledToken {
  readonly text: string;
  readonly logProb: number;
  readonly before: number;
}

/** An answer that a lane wrote, with the token that ends it where it came to an end. */
export interface SampledAnswer {
  readonly tokens: readonly SampledToken[];
  readonly hasEnded: boolean;
}

/** Answers to the first held-out question, drawn at temperature 1. The same seed draws the same from the same model. */
export async function sampleTokens(
  { subject, reference, task, heldOut }: Examined,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<readonly SampledAnswer[] | null> {
  const [item] = heldOut;
  if (!item || task.classes.length > 0) return null;
  const prompt = task.prompt(item.input);
  const prompts = Array.from({ length: count }, () => prompt);
  const answers = await sampleAnswers(subject, prompts, task.end, createRandom(`samples/${seed}`));
  const now = await logProbsOf(subject, prompt, answers);
  const before = subject === reference ? now : await logProbsOf(reference, prompt, answers);
  return answers.map((ids, i) => ({
    hasEnded: ids.at(-1) === task.end,
    tokens: ids.map((id, at) => ({
      text: task.tokenizer.vocabulary[id] ?? "",
      logProb: now[i]![at]!,
      before: before[i]![at]!,
    })),
  }));
}

/** log π(token | all before it) of every token of the answers. */
async function logProbsOf(
  { ops, model, edits }: Subject,
  prompt: Int32Array,
  answers: readonly (readonly number[])[],
): Promise<readonly (readonly number[])[]> {
  const logProbs = tf.tidy(() => {
    const { tokens, rows, targets } = stack(
      answers.map((answer) => exampleOf(prompt, answer, model.config.context)),
    );
    return ops.tokenLogProbs(forward(ops, model, tokens, edits, { rows }), targets);
  });
  const values = Array.from(await logProbs.data());
  logProbs.dispose();
  let at = 0;
  return answers.map((answer) => {
    at += answer.length;
    return values.slice(at - answer.length, at);
  });
}
