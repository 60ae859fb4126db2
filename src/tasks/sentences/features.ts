import { brokenPairs, type SentenceLanguage, wordsOf } from "./sentence-language";

/** Features of a sentence that are not words: how long it is, and how broken. */
export const otherFeatures = ["length", "broken"] as const;
export type OtherFeature = (typeof otherFeatures)[number];

/** Names of the features, in their order: every word of the language, then the others. */
export function featureNames(language: SentenceLanguage): readonly string[] {
  return [...wordsOf(language), ...otherFeatures];
}

/**
 * What the reward model sees of a sentence, a bag of words: how often each word occurs (2 at most), the length in steps
 * of four words, and how many words follow one that they never follow (in steps of two).
 */
export function featuresOf(language: SentenceLanguage, words: readonly string[]): Float64Array {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Float64Array.from([
    ...wordsOf(language).map((word) => Math.min(2, counts.get(word) ?? 0)),
    words.length / 4,
    Math.min(4, brokenPairs(language, words)) / 2,
  ]);
}
