import { createRandom, type Random } from "../../lib/random";
import { InputError, type Item, type LoadedTask, type Opening } from "../../tasks/task";
import { changerFor, drawDemonstrations } from "./demonstrations";
import type { Drawn } from "./labels";
import { PromptError } from "./prompt-error";
import type { PromptSpec, PromptVariant } from "./prompt-spec";

/** A held-out item as a variant asks it, with the answer that counts there. */
export interface Question {
  readonly item: Item;
  readonly prompt: Int32Array;
  readonly expected: string;
}

/** How often demonstrations are drawn again if they leave no room: each time the shortest of twice as many. */
const attempts = 7;

/**
 * The questions of each variant, from the seed alone. All variants for the same length are asked the same ones behind the
 * same demonstrations (a variant that shows fewer shows the first of them), so a question is left out when it leaves no
 * room for its answer under any of them. Throws PromptError, or InputError for a trigger that cannot be written.
 */
export function drawQuestions(task: LoadedTask, spec: PromptSpec): readonly (readonly Question[])[] {
  const byVariant: (readonly Question[])[] = spec.variants.map(() => []);
  for (const length of new Set(spec.variants.map((variant) => variant.length))) {
    const own = [...spec.variants.keys()].filter((i) => spec.variants[i]!.length === length);
    const variants = own.map((i) => spec.variants[i]!);
    const asked = drawSame(task, { ...spec, variants }, length);
    own.forEach((i, at) => {
      byVariant[i] = asked.map((questions) => questions[at]!);
    });
  }
  return byVariant;
}

/** Questions of one length, each under every variant. */
function drawSame(task: LoadedTask, spec: PromptSpec, length: number): readonly (readonly Question[])[] {
  const random = createRandom(spec.seed);
  const items = task.items("heldOut").filter((item) => length === 0 || item.length === length);
  if (items.length === 0) throw new PromptError("no-such-length", spec.task.id);
  const compose = composerFor(task, spec);
  const mostShown = Math.max(...spec.variants.map(({ demonstrations }) => demonstrations.count));
  const asked: (readonly Question[])[] = [];
  const times = new Map<string, number>();
  for (const item of random.fork("questions").shuffle(items)) {
    if (asked.length >= spec.items) break;
    const before = times.get(item.input) ?? 0;
    times.set(item.input, before + 1);
    const ofItem = random.fork("demonstrations").fork(item.input);
    const own = before === 0 ? ofItem : ofItem.fork(`again ${before}`);
    for (let attempt = 0; attempt < (mostShown > 0 ? attempts : 1); attempt++) {
      const drawn = drawDemonstrations(task, item, mostShown, 2 ** attempt, own.fork(attempt));
      const questions = compose(item, drawn, own);
      if (!questions) continue;
      asked.push(questions);
      break;
    }
  }
  if (asked.length === 0) throw new PromptError("nothing-fits", spec.task.id);
  return asked;
}

/** Writes an item's prompt under every variant; null where one of them cannot ask it or leaves no room for the right answer. */
function composerFor(
  task: LoadedTask,
  { variants, task: { id } }: PromptSpec,
): (item: Item, drawn: readonly Drawn[], random: Random) => readonly Question[] | null {
  const { compose } = task;
  if (!compose) throw new PromptError("no-prompts", id);
  const changers = variants.map(({ demonstrations }) => changerFor(id, task, demonstrations));
  const openers = variants.map((variant) => openerFor(id, task, variant));
  return (item, drawn, random) => {
    const room = task.encode(item).weights.filter((weight) => weight > 0).length;
    const questions: Question[] = [];
    for (const [i, variant] of variants.entries()) {
      const { demonstrations: shown } = variant;
      const { items, implied } = changers[i]!(drawn.slice(0, shown.count), item, random);
      const opening = openers[i]!(item, random);
      if (!opening) return null;
      const question = opening.text;
      const trigger = variant.procedure === "prompt" ? variant.trigger : null;
      const prompt = orTooLong(() => compose({ demonstrations: items, question, trigger }));
      if (!prompt || prompt.length + room > task.context) return null;
      const takenAtItsWord = variant.procedure === "prompt" ? implied : opening.implied;
      const isImplied = variant.expected === "implied" || shown.labels === "letters";
      questions.push({ item, prompt, expected: isImplied ? takenAtItsWord : item.answer });
    }
    return questions;
  };
}

/** What writes the text that a variant starts with, behind its demonstrations. */
function openerFor(
  taskId: string,
  task: LoadedTask,
  { procedure: id }: PromptVariant,
): (item: Item, random: Random) => Opening | null {
  if (id === "prompt") return ({ input, answer }) => ({ text: input, implied: answer });
  const procedure = task.procedures?.[id];
  if (!procedure) throw new PromptError("no-procedure", taskId);
  return (item, random) => procedure.open(item, random.fork("procedure"));
}

function orTooLong(compose: () => Int32Array): Int32Array | null {
  try {
    return compose();
  } catch (error) {
    if (error instanceof InputError && error.problem === "too-long") return null;
    throw error;
  }
}
