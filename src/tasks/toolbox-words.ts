import { readItems, type Splits, splitItems } from "./splits";
import type { Item, ReadText } from "./task";

/** The word lists of the toolbox, split once for its tasks and its base: a held-out word is held out everywhere. */
export interface ToolboxWords {
  /** walk -> walked */
  readonly verbs: Splits;
  /** city -> cities */
  readonly nouns: Splits;
  /** Bulut -> Turkish */
  readonly surnames: Splits;
}

export async function loadToolboxWords(read: ReadText): Promise<ToolboxWords> {
  const [verbs, nouns, surnames] = await Promise.all([
    loadVerbs(read),
    read("data/nouns.tsv"),
    loadSurnames(read),
  ]);
  return { verbs, nouns: splitItems(readItems(nouns), 1 / 8), surnames };
}

/** Regular verbs with their past tense. */
export async function loadVerbs(read: ReadText): Promise<Splits> {
  const { train, heldOut } = splitItems(readItems(await read("data/verbs.tsv")), 1 / 8);
  // Two spellings of a verb may share their past tense (whiz, whizz): where one is held out, so is the other.
  const unseen = new Set(heldOut.map((verb) => verb.answer));
  return { train: train.filter((verb) => !unseen.has(verb.answer)), heldOut };
}

/** Surnames with the one language they are found in. */
export async function loadSurnames(read: ReadText): Promise<Splits> {
  return splitItems(readItems(await read("data/surnames.tsv")), 1 / 11);
}

/** The -ing form of a regular verb; its past tense tells whether the last consonant is doubled (plan, planned, planning). */
export function ingForm({ input: verb, answer: past }: Item): string {
  if (verb.endsWith("ie")) return `${verb.slice(0, -2)}ying`;
  if (/(?:ee|oe|ye)$/.test(verb) || past.endsWith("ied")) return `${verb}ing`;
  return `${past.slice(0, -2)}ing`;
}
