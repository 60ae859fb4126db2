import * as tf from "@tensorflow/tfjs-core";
import { createRandom, type Random } from "../../lib/random";
import { generate } from "../../model/generate";
import type { Example, LoadedTask } from "../../tasks/task";
import { type Batch, stack } from "../batch";
import type { Subject } from "../evaluate";
import type { Annotator, Prompt } from "./annotator";
import { answerLogProbs, exampleOf } from "./answers";

/** Answers that a model has written to prompts, and what became of them. */
export interface Rollout {
  readonly examples: readonly Example[];
  /** What the annotator says of each answer. */
  readonly rewards: readonly number[];
  /** log π(answer) − log π₀(answer) of each answer: its mean over answers of π is the KL divergence from the reference. */
  readonly kls: readonly number[];
}

const heldOutCount = 64;

/** Questions on which lanes are compared; always the same. */
export function heldOutPrompts(annotator: Annotator): readonly Prompt[] {
  const random = createRandom("held-out prompts");
  return Array.from({ length: heldOutCount }, () => annotator.prompt("heldOut", random));
}

/** Samples one answer to each prompt, and has them judged. */
export async function rollOut(
  subject: Subject,
  reference: Subject,
  prompts: readonly Prompt[],
  task: LoadedTask,
  random: Random = createRandom("rollout"),
): Promise<Rollout> {
  const answers = await sampleAnswers(subject, prompts, task, random);
  return judge(subject, reference, prompts, answers, task);
}

/** Token ids of one sampled answer to each prompt, with the end token where it was reached. */
async function sampleAnswers(
  { ops, model, edits }: Subject,
  prompts: readonly Prompt[],
  { end }: LoadedTask,
  random: Random,
): Promise<readonly (readonly number[])[]> {
  const { context } = model.config;
  const texts = prompts.map(({ tokens }) => tokens);
  const settings = { end, most: context, temperature: 1, random };
  const generated = await generate(ops, model, edits, texts, settings);
  return generated.map(({ ids }, i) => {
    const isCut = ids.length >= context - texts[i]!.length;
    return isCut ? ids : [...ids, end];
  });
}

/** Rewards and divergences of answers. */
export async function judge(
  subject: Subject,
  reference: Subject,
  prompts: readonly Prompt[],
  answers: readonly (readonly number[])[],
  { end }: Pick<LoadedTask, "end">,
): Promise<Rollout> {
  const { context } = subject.model.config;
  const examples = prompts.map(({ tokens }, i) => exampleOf(tokens, answers[i]!, context));
  const rewards = prompts.map(({ reward }, i) => reward(answers[i]!.filter((id) => id !== end)));
  const batch: Batch = stack(examples);
  const own = await answerLogProbs(subject, examples, batch);
  const before = await answerLogProbs(reference, examples, batch);
  tf.dispose(batch);
  return { examples, rewards, kls: own.map((logProb, i) => logProb - before[i]!) };
}
