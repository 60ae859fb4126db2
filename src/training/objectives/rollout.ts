import * as tf from "@tensorflow/tfjs-core";
import { createRandom, type Random } from "../../lib/random";
import type { Subject } from "../../model/subject";
import type { Example } from "../../tasks/task";
import { stack } from "../batch";
import type { Annotator, Prompt } from "./annotator";
import { answerLogProbs, exampleOf, rowLogProbs, sumsOf } from "./answers";
import { sampleAnswers } from "./sample-answers";

/** Answers that a model has sampled, with their rewards. */
export interface Rollout {
  readonly examples: readonly Example[];
  /** Token ids, with the end token where it was reached. */
  readonly answers: readonly (readonly number[])[];
  /** The annotator's reward for each answer. */
  readonly rewards: readonly number[];
  /**
   * log π(answer) − log π₀(answer) of each: the mean over answers of π estimates the KL divergence from the reference
   * π₀.
   */
  readonly kls: readonly number[];
  /** log π(token) of every row that the examples make when they are stacked. */
  readonly logProbs: Float32Array;
}

/** Samples one answer to each prompt and scores it. */
export async function rollOut(
  subject: Subject,
  reference: Subject,
  annotator: Annotator,
  prompts: readonly Prompt[],
  random: Random = createRandom("rollout"),
): Promise<Rollout> {
  const texts = prompts.map(({ tokens }) => tokens);
  const answers = await sampleAnswers(subject, texts, annotator.end, random);
  return judge(subject, reference, texts, answers, await annotator.rewards(prompts, answers));
}

/** Answers to prompts with their rewards, and how probable they are. */
export async function judge(
  subject: Subject,
  reference: Subject,
  prompts: readonly Int32Array[],
  answers: readonly (readonly number[])[],
  rewards: readonly number[],
): Promise<Rollout> {
  const { context } = subject.model.config;
  const examples = prompts.map((tokens, i) => exampleOf(tokens, answers[i]!, context));
  const batch = stack(examples);
  const logProbs = await rowLogProbs(subject, batch);
  const own = sumsOf(examples, logProbs);
  const before = await answerLogProbs(reference, examples, batch);
  tf.dispose(batch);
  const kls = own.map((logProb, i) => logProb - before[i]!);
  return { examples, answers, rewards, kls, logProbs };
}
