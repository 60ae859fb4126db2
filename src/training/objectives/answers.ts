import * as tf from "@tensorflow/tfjs-core";
import type { Subject } from "../../model/subject";
import { forward } from "../../model/transformer";
import type { Example } from "../../tasks/task";
import type { Batch } from "../batch";

/** A prompt with an answer, of which only the answer's tokens have weight. The last token is only ever a target. */
export function exampleOf(prompt: ArrayLike<number>, answer: readonly number[], context: number): Example {
  const ids = [...Array.from(prompt), ...answer];
  const length = ids.length - 1;
  if (length > context) throw new Error(`${length} tokens do not fit a context of ${context}`);
  const [tokens, targets] = [new Int32Array(context), new Int32Array(context)];
  const weights = new Float32Array(context);
  tokens.set(ids.slice(0, length));
  targets.set(ids.slice(1));
  weights.fill(1, prompt.length - 1, length);
  return { tokens, targets, weights };
}

/** For each row of a stacked batch that has a weight: the index of its example. */
export function exampleOfRows(examples: readonly Example[]): readonly number[] {
  return examples.flatMap(({ weights }, example) => [...weights].filter(Boolean).map(() => example));
}

/** log π(token | all before it) at every row of a batch: (1, R). */
function logProbsOf({ ops, model, edits }: Subject, { tokens, rows, targets }: Batch): tf.Tensor {
  return ops.tokenLogProbs(forward(ops, model, tokens, edits, { rows }), targets);
}

/** The same, read back: of every row, also of those that only fill the batch. */
export async function rowLogProbs(subject: Subject, batch: Batch): Promise<Float32Array> {
  const logProbs = tf.tidy(() => logProbsOf(subject, batch));
  const values = (await logProbs.data()) as Float32Array;
  logProbs.dispose();
  return values;
}

/** The same, summed for each answer. */
export async function answerLogProbs(
  subject: Subject,
  examples: readonly Example[],
  batch: Batch,
): Promise<number[]> {
  return sumsOf(examples, await rowLogProbs(subject, batch));
}

/** Values of the rows, summed for each answer. */
export function sumsOf(examples: readonly Example[], rows: ArrayLike<number>): number[] {
  const sums = examples.map(() => 0);
  exampleOfRows(examples).forEach((example, row) => {
    sums[example]! += rows[row]!;
  });
  return sums;
}
