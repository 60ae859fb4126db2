import { createRandom, type Random } from "../../lib/random";
import { generate } from "../../model/generate";
import type { Subject } from "../../model/subject";
import { InputError, type Item, type LoadedTask, type PromptWords } from "../../tasks/task";
import { disposeBatch, stack } from "../../training/batch";
import { answerLogProbs, exampleOf } from "../../training/objectives/answers";
import { PromptError } from "./prompt-error";

/** One request of a search for the trigger that makes a frozen model solve a task of which only pairs are known. */
export interface SearchLook {
  readonly kind: "search";
  readonly ask: /** Candidates that the model writes itself, shown the pairs; the first is its likeliest after the first pair. */
    | { readonly what: "propose"; readonly count: number }
    /** Candidates of random words. */
    | { readonly what: "random"; readonly count: number }
    /** Candidates made from these: a word replaced, a synonym taken, or the words in another order. */
    | { readonly what: "mutate"; readonly parents: readonly string[]; readonly count: number }
    /** These candidates. */
    | { readonly what: "score"; readonly triggers: readonly string[] }
    /** One candidate on fresh questions, which no search may see. */
    | { readonly what: "try"; readonly trigger: string };
  /** Pairs of a question and its answer that the search knows. */
  readonly pairs: number;
  /** Steps of the questions, where they have several lengths. */
  readonly length?: number;
  /** Decides the pairs and the fresh questions. */
  readonly seed: number;
  /** Decides, with the seed, which candidates are drawn; 0 where left out. */
  readonly round?: number;
}

/** A trigger, and what it is worth on the pairs: higher is better. */
export interface Candidate {
  readonly trigger: string;
  readonly score: number;
}

export interface SearchFinding {
  /** What the search knows of the task. */
  readonly pairs: readonly Item[];
  /** Without repetitions, in the order they were found; empty for a trial. */
  readonly candidates: readonly Candidate[];
  /** Fresh questions with the model's answers; empty but for a trial. */
  readonly fresh: readonly { readonly item: Item; readonly answer: string; readonly isRight: boolean }[];
}

export const freshQuestions = 40;
/** Sequences that go through the model at once. */
const rows = 128;

/**
 * Answers one request of a search. The same request gives the same answer. Throws PromptError where the task has no words
 * to search among, InputError for a trigger that cannot be written.
 */
export async function searchOnce(
  subject: Subject,
  task: LoadedTask,
  { ask, pairs: count, length, seed, round = 0 }: SearchLook,
): Promise<SearchFinding> {
  const { search } = task;
  if (!search || !task.compose || subject.model.config.kind !== "decoder")
    throw new PromptError("no-search", task.calledBy ?? "");
  const ofLength = (item: Item): boolean => length === undefined || item.length === length;
  const random = createRandom(`search/${seed}`);
  const pairs = random.fork("pairs").shuffle(task.items("train").filter(ofLength)).slice(0, count);
  if (ask.what === "try") {
    const items = random.fork("fresh").shuffle(task.items("heldOut").filter(ofLength));
    const fresh = items.slice(0, freshQuestions);
    const answers = await writeAnswers(subject, task, fresh, ask.trigger);
    const judged = fresh.map((item, i) => {
      const answer = answers[i]!;
      return { item, answer, isRight: task.score(answer, item) === 1 };
    });
    return { pairs, candidates: [], fresh: judged };
  }
  const triggers = [
    ...new Set(await candidatesOf(subject, task, search, ask, pairs, random.fork(`${ask.what}/${round}`))),
  ];
  const scores = await scoreAll(subject, task, triggers, pairs);
  return { pairs, candidates: triggers.map((trigger, i) => ({ trigger, score: scores[i]! })), fresh: [] };
}

function candidatesOf(
  subject: Subject,
  task: LoadedTask,
  search: PromptWords,
  ask: Exclude<SearchLook["ask"], { what: "try" }>,
  pairs: readonly Item[],
  random: Random,
): readonly string[] | Promise<readonly string[]> {
  switch (ask.what) {
    case "propose":
      return propose(subject, task, search, pairs, ask.count, random);
    case "random":
      return Array.from({ length: ask.count }, () => randomTrigger(search, random));
    case "mutate":
      return Array.from({ length: ask.count }, () =>
        mutate(random.pick(ask.parents).split(" "), search, random).join(" "),
      );
    case "score":
      return ask.triggers;
    default:
      return ask satisfies never;
  }
}

function randomTrigger({ words, length: { min, max } }: PromptWords, random: Random): string {
  const length = min + random.integer(max - min + 1);
  return Array.from({ length }, () => random.pick(words)).join(" ");
}

/** What the model itself writes after the pairs; random triggers where it has never learned to. */
async function propose(
  subject: Subject,
  { tokenizer, end }: LoadedTask,
  search: PromptWords,
  pairs: readonly Item[],
  count: number,
  random: Random,
): Promise<readonly string[]> {
  const { propose: ask, length, words } = search;
  if (!ask) return Array.from({ length: count }, () => randomTrigger(search, random));
  const prompts = pairs.map((pair) => ask(pair));
  const [first] = await generate(subject, prompts.slice(0, 1), { end, most: length.max });
  const samples = Math.ceil(count / prompts.length);
  const sampled = await generate(subject, prompts, {
    end,
    most: length.max,
    temperature: 1,
    samples,
    random,
  });
  const known = new Set(words);
  return [...first!, ...sampled.flat()]
    .map(({ ids }) => tokenizer.decode(ids).split(" "))
    .filter((trigger) => trigger.length >= length.min && trigger.every((word) => known.has(word)))
    .map((trigger) => trigger.join(" "));
}

function mutate(trigger: readonly string[], search: PromptWords, random: Random): readonly string[] {
  const kind = random.next();
  if (kind >= 0.8) return random.shuffle(trigger);
  const place = random.integer(trigger.length);
  const choices = kind < 0.5 ? search.words : search.synonyms(trigger[place]!);
  return trigger.with(place, random.pick(choices));
}

/**
 * What each trigger is worth on the pairs: where the answer follows at once, the mean log-probability of its tokens;
 * where it is read off what the model writes, the share of right answers.
 */
async function scoreAll(
  subject: Subject,
  task: LoadedTask,
  triggers: readonly string[],
  pairs: readonly Item[],
): Promise<readonly number[]> {
  const asked = triggers.flatMap((trigger) => pairs.map((item) => ({ trigger, item })));
  const values: number[] = [];
  for (let from = 0; from < asked.length; from += rows) {
    const part = asked.slice(from, from + rows);
    values.push(...(await (task.read ? shareRight(subject, task, part) : likelihoods(subject, task, part))));
  }
  return triggers.map((_, i) => {
    const own = values.slice(i * pairs.length, (i + 1) * pairs.length);
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  });
}

interface Asked {
  readonly trigger: string;
  readonly item: Item;
}

async function likelihoods(
  subject: Subject,
  task: LoadedTask,
  asked: readonly Asked[],
): Promise<readonly number[]> {
  const { tokenizer, context, end } = task;
  const examples = asked.map(({ trigger, item }) =>
    exampleOf(promptOf(task, item, trigger), [...tokenizer.encode(item.answer).ids, end], context),
  );
  const batch = stack(examples);
  const sums = await answerLogProbs(subject, examples, batch).finally(() => disposeBatch(batch));
  return sums.map((sum, i) => sum / (tokenizer.encode(asked[i]!.item.answer).ids.length + 1));
}

async function shareRight(
  subject: Subject,
  task: LoadedTask,
  asked: readonly Asked[],
): Promise<readonly number[]> {
  const answers = await writeEach(subject, task, asked);
  return asked.map(({ item }, i) => task.score(answers[i]!, item));
}

function writeAnswers(
  subject: Subject,
  task: LoadedTask,
  items: readonly Item[],
  trigger: string,
): Promise<readonly string[]> {
  return writeEach(
    subject,
    task,
    items.map((item) => ({ item, trigger })),
  );
}

async function writeEach(
  subject: Subject,
  task: LoadedTask,
  asked: readonly Asked[],
): Promise<readonly string[]> {
  const prompts = asked.map(({ item, trigger }) => promptOf(task, item, trigger));
  const most = task.most ?? task.context;
  const written = await generate(subject, prompts, { end: task.end, most, rowsAtOnce: rows });
  return written.map(([one]) => {
    const text = task.tokenizer.decode(one!.ids);
    return task.read?.(text) ?? text;
  });
}

function promptOf(task: LoadedTask, { input }: Item, trigger: string): Int32Array {
  if (trigger.trim() === "") throw new InputError("empty", "");
  return task.compose!({ demonstrations: [], question: input, trigger });
}
