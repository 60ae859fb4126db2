import { createRandom, type Random } from "../../lib/random";
import { InputError, type Item, type LoadedTask } from "../../tasks/task";
import { changerFor, type DrawnItem, drawDemonstrations } from "./demonstrations";
import { PromptError } from "./prompt-error";
import type { PromptSpec } from "./prompt-spec";

/** A held-out item with its prompt under every variant. */
export interface Question {
  readonly item: Item;
  readonly prompts: readonly Int32Array[];
}

/** How often demonstrations are drawn again if they leave no room: each time the shortest of twice as many. */
const attempts = 7;

/**
 * The questions of an experiment, from the seed alone. All variants are asked the same ones behind the same demonstrations
 * (a variant that shows fewer shows the first of them), so a question is left out when it leaves no room for its answer
 * under any variant. Throws PromptError, or InputError for a trigger that cannot be written.
 */
export function drawQuestions(task: LoadedTask, spec: PromptSpec): readonly Question[] {
  const random = createRandom(spec.seed);
  const compose = composerFor(task, spec);
  const mostShown = Math.max(...spec.variants.map(({ demonstrations }) => demonstrations.count));
  const questions: Question[] = [];
  for (const item of random.fork("questions").shuffle(task.items("heldOut"))) {
    if (questions.length >= spec.items) break;
    const own = random.fork("demonstrations").fork(item.input);
    for (let attempt = 0; attempt < (mostShown > 0 ? attempts : 1); attempt++) {
      const drawn = drawDemonstrations(task, mostShown, 2 ** attempt, own.fork(attempt));
      const prompts = compose(item, drawn, own);
      if (!prompts) continue;
      questions.push({ item, prompts });
      break;
    }
  }
  if (questions.length === 0) throw new PromptError("nothing-fits", spec.task.id);
  return questions;
}

/** Writes an item's prompt under every variant; null where one of them leaves no room for the right answer. */
function composerFor(
  task: LoadedTask,
  { variants, task: { id } }: PromptSpec,
): (item: Item, drawn: readonly DrawnItem[], random: Random) => readonly Int32Array[] | null {
  const { compose } = task;
  if (!compose) throw new PromptError("no-prompts", id);
  const changers = variants.map(({ demonstrations }) => changerFor(id, task, demonstrations));
  return (item, drawn, random) => {
    const room = task.encode(item).weights.filter((weight) => weight > 0).length;
    const prompts: Int32Array[] = [];
    for (const [i, { demonstrations, trigger }] of variants.entries()) {
      const changed = changers[i]!(drawn.slice(0, demonstrations.count), random);
      const prompt = orTooLong(() => compose({ demonstrations: changed, question: item.input, trigger }));
      if (!prompt || prompt.length + room > task.context) return null;
      prompts.push(prompt);
    }
    return prompts;
  };
}

function orTooLong(compose: () => Int32Array): Int32Array | null {
  try {
    return compose();
  } catch (error) {
    if (error instanceof InputError && error.problem === "too-long") return null;
    throw error;
  }
}
