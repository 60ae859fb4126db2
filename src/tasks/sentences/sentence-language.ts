import type { Random } from "../../lib/random";

/** Groups of words by what they say: tastes and suggestions are made from them. */
export type WordGroup = "positive" | "negative" | "places" | "dog" | "food";

/**
 * A small template language: how its sentences are drawn, and which words may follow each other. A sentence is a list of
 * words without the tag in front and the mark at the end.
 */
export interface SentenceLanguage {
  readonly id: "en" | "zh";
  /** The token that asks for a sentence, and the one that ends it. */
  readonly tag: string;
  readonly end: string;
  /** What is written between two words on the page. */
  readonly joiner: "" | " ";
  /** Every word, by its kind: "noun", "verb". */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** Which kinds may follow a kind; "start" and "end" are the ends of a sentence. */
  readonly follows: Readonly<Record<string, readonly string[]>>;
  readonly groups: Readonly<Record<WordGroup, readonly string[]>>;
  draw(random: Random): readonly string[];
}

/** Every word of a language. */
export function wordsOf({ kinds }: Pick<SentenceLanguage, "kinds">): readonly string[] {
  return Object.values(kinds).flat();
}

/** How often a word follows one that it never follows in the language; 0: a sentence that the language allows. */
export function brokenPairs(language: SentenceLanguage, words: readonly string[]): number {
  const kindOf = (word: string): string =>
    Object.keys(language.kinds).find((kind) => language.kinds[kind]!.includes(word)) ?? "";
  const kinds = ["start", ...words.map(kindOf), "end"];
  return kinds.slice(1).filter((kind, i) => !language.follows[kinds[i]!]?.includes(kind)).length;
}

/** A sentence as it is stored: words with spaces between them, in either language. */
export function splitSentence(text: string): readonly string[] {
  return text.split(" ").filter(Boolean);
}
