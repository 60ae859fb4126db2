import type { Random } from "../../lib/random";
import { drawQuestion, type Question, type Step, writeQuestion, writeSteps } from "./arithmetic";
import type { Document } from "./document";
import { splitting as planted } from "./planted";
import { marks } from "./vocabulary";

/** A long question and its two pieces, "chain 3 a + 4 b * 7 … split a + 4 b * 7 | a - 2 b + 1 .": only the pieces count. */
export function drawSplitting(random: Random): Document {
  const { fewestSteps, mostSteps } = planted;
  const question = drawQuestion("chain", fewestSteps + random.integer(mostSteps - fewestSteps + 1), random);
  const asked = [...writeQuestion(question), marks.split];
  return { words: [...asked, ...writeSplit(question)], counts: (place) => place >= asked.length };
}

/** The pieces as the model is to write them, with an end; letters start again in the second one. */
export function writeSplit(question: Question): string[] {
  const [first, second] = splitInHalf(question.steps);
  return [...writeSteps(first), marks.cut, ...writeSteps(second), marks.end];
}

/** Two pieces, the first one longer by a step where they cannot be equal. */
export function splitInHalf(steps: readonly Step[]): [first: readonly Step[], second: readonly Step[]] {
  const middle = Math.ceil(steps.length / 2);
  return [steps.slice(0, middle), steps.slice(middle)];
}
