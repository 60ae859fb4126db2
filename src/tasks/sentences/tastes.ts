import { brokenPairs, type SentenceLanguage, type WordGroup } from "./sentence-language";

/** What a simulated reader likes. The lessons suggest the same tastes to learners. */
export const tasteIds = ["dog", "short", "food", "cheerful", "gloomy"] as const;
export type TasteId = (typeof tasteIds)[number];

/** How good a sentence is to a reader of this taste, as far as its words go. */
type Taste = (count: (group: WordGroup) => number, length: number) => number;

const tastes: Readonly<Record<TasteId, Taste>> = {
  dog: (count) => (count("dog") > 0 ? 2 : 0),
  short: (_, length) => -0.4 * length,
  food: (count) => (count("food") > 0 ? 2 : 0),
  // Two cheerful words are enough, and long sentences are tiring.
  cheerful: (count, length) =>
    Math.min(count("positive"), 2) - count("negative") - 0.15 * Math.max(length - 8, 0),
  gloomy: (count) => Math.min(count("negative"), 2) - count("positive") + (count("places") > 0 ? 0.5 : 0),
};

/** No reader likes what is not a sentence. Sentences of the base are whole, so nobody is ever asked about it. */
const priceOfBroken = 1;
const mostBroken = 3;

/** The gold reward: how much a simulated reader really likes a sentence. The reward model never sees it. */
export function goldOf(language: SentenceLanguage, taste: TasteId, words: readonly string[]): number {
  const count = (group: WordGroup): number =>
    words.filter((word) => language.groups[group].includes(word)).length;
  const broken = Math.min(mostBroken, brokenPairs(language, words));
  return tastes[taste](count, words.length) - priceOfBroken * broken;
}
