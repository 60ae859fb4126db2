import { createRandom } from "../../lib/random";
import type { Subject } from "../../model/subject";
import type { Click } from "../../tasks/sentences/learned-reward";
import type { Split } from "../../tasks/task";
import { ObjectiveMisfitError } from "../objective-misfit";
import type { Annotator, Prompt } from "./annotator";
import { sampleAnswers } from "./sample-answers";

/** A question and two answers to it, as token ids. An answer ends with the end token, unless it was cut off. */
export interface Pair {
  readonly prompt: Int32Array;
  readonly better: readonly number[];
  readonly worse: readonly number[];
}

/** Questions that are answered at once. */
const chunk = 64;

/**
 * At most `count` pairs, as for InstructGPT (Ouyang et al. 2022): the reference answers each question twice, and the
 * annotator says which answer is better. Where both are as good, the second is compared with the answer that the task
 * gives; where that is as good too, the question is left out. Always the same pairs for a reference on one backend.
 * Throws ObjectiveMisfitError if there is no pair.
 */
export async function collectPairs(
  annotator: Annotator,
  reference: Subject,
  split: Split,
  count: number,
): Promise<readonly Pair[]> {
  const choices = annotator.choices(split);
  if (choices) {
    if (choices.length === 0 && split === "train")
      throw new ObjectiveMisfitError(annotator.objective, "no-preferences");
    return fromChoices(annotator, choices);
  }
  const random = createRandom("pairs").fork(split);
  const pairs: Pair[] = [];
  for (let asked = 0; pairs.length < count && asked < 4 * count; asked += chunk) {
    const prompts = Array.from({ length: chunk }, () => annotator.prompt(split, random));
    const twice = [...prompts, ...prompts].map(({ tokens }) => tokens);
    const answers = await sampleAnswers(reference, twice, annotator.end, random.fork(asked));
    prompts.forEach((prompt, i) => {
      const [one, other] = [answers[i]!, answers[chunk + i]!];
      const pair = compare(prompt, one, other) ?? compare(prompt, prompt.demonstration, other);
      if (pair) pairs.push(pair);
    });
  }
  if (pairs.length === 0) throw new ObjectiveMisfitError(annotator.objective, "no-pairs");
  return pairs.slice(0, count);
}

/** The choices of readers between two sentences, as pairs. */
function fromChoices(annotator: Annotator, choices: readonly Click[]): readonly Pair[] {
  const { tokens } = annotator.prompt("train", createRandom("pairs"));
  return choices.map(({ better, worse }) => ({
    prompt: tokens,
    better: annotator.answerOf(better),
    worse: annotator.answerOf(worse),
  }));
}

/** Null where the two are equally good. */
function compare(prompt: Prompt, one: readonly number[], other: readonly number[]): Pair | null {
  const difference = prompt.reward(one) - prompt.reward(other);
  if (difference === 0) return null;
  const [better, worse] = difference > 0 ? [one, other] : [other, one];
  return { prompt: prompt.tokens, better, worse };
}
