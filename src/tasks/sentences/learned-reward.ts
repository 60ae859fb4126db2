import { fitBradleyTerry } from "../../lib/bradley-terry";
import { featureNames, featuresOf } from "./features";
import { type SentenceLanguage, splitSentence } from "./sentence-language";

/** A reader's choice between two sentences, as stored: words with spaces between them. */
export interface Click {
  readonly better: string;
  readonly worse: string;
}

/** A reward model: a weight for each feature, and the reward of any sentence. */
export interface LearnedReward {
  readonly weights: Readonly<Record<string, number>>;
  of(words: readonly string[]): number;
}

/**
 * Strength of the prior: a weight moves away from 0 only as far as the clicks ask for. Chosen on simulated readers.
 */
const prior = 0.3;

/** Fits a reward model to clicks, in a few milliseconds. Without clicks every reward is 0. */
export function learnReward(language: SentenceLanguage, clicks: readonly Click[]): LearnedReward {
  const features = (text: string): Float64Array => featuresOf(language, splitSentence(text));
  const differences = clicks.map(({ better, worse }) => {
    const other = features(worse);
    return features(better).map((value, i) => value - other[i]!);
  });
  const names = featureNames(language);
  const weights = fitBradleyTerry(differences, names.length, prior);
  return {
    weights: Object.fromEntries(names.map((name, i) => [name, weights[i]!])),
    of: (words) => featuresOf(language, words).reduce((sum, value, i) => sum + value * weights[i]!, 0),
  };
}

/** Of these clicks, how many the reward orders as the reader did; a tie counts as half. */
export function countRight(reward: LearnedReward, clicks: readonly Click[]): number {
  return countAbove(
    clicks.map(({ better, worse }) => reward.of(splitSentence(better)) - reward.of(splitSentence(worse))),
  );
}

/** How many margins, the reward of the better sentence minus that of the worse, are above 0; 0 counts as half. */
export function countAbove(margins: readonly number[]): number {
  return margins.reduce((right, margin) => right + (margin > 0 ? 1 : margin === 0 ? 0.5 : 0), 0);
}
