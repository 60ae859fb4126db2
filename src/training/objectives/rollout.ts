import * as tf from "@tensorflow/tfjs-core";
import { createRandom, type Random } from "../../lib/random";
import type { Subject } from "../../model/subject";
import type { Example } from "../../tasks/task";
import { stack } from "../batch";
import type { Prompt } from "./annotator";
import { answerLogProbs, exampleOf } from "./answers";
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
}

/** Samples one answer to each prompt and scores it. */
export async function rollOut(
  subject: Subject,
  reference: Subject,
  prompts: readonly Prompt[],
  end: number,
  random: Random = createRandom("rollout"),
): Promise<Rollout> {
  const texts = prompts.map(({ tokens }) => tokens);
  return judge(subject, reference, prompts, await sampleAnswers(subject, texts, end, random));
}

/** Rewards and divergences of answers. */
export async function judge(
  subject: Subject,
  reference: Subject,
  prompts: readonly Pick<Prompt, "tokens" | "reward">[],
  answers: readonly (readonly number[])[],
): Promise<Rollout> {
  const { context } = subject.model.config;
  const examples = prompts.map(({ tokens }, i) => exampleOf(tokens, answers[i]!, context));
  const rewards = prompts.map(({ reward }, i) => reward(answers[i]!));
  const batch = stack(examples);
  const own = await answerLogProbs(subject, examples, batch);
  const before = await answerLogProbs(reference, examples, batch);
  tf.dispose(batch);
  return { examples, answers, rewards, kls: own.map((logProb, i) => logProb - before[i]!) };
}
