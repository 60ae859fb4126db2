import type { Random } from "../../lib/random";
import type { Click } from "./learned-reward";
import { type SentenceLanguage, splitSentence, wordsOf } from "./sentence-language";

/** Guard pairs for every this many clicks. */
const clicksPerGuard = 3;

/**
 * Guard pairs: a sentence is better than its words in random order, than random words, than one word again and again. Human
 * labellers reject such answers too; without them a reward model never hears of any.
 */
export function guardPairs(
  language: SentenceLanguage,
  clicks: readonly Click[],
  random: Random,
): readonly Click[] {
  const count = Math.ceil(clicks.length / clicksPerGuard);
  return Array.from({ length: count }, (_, i) => {
    const { better } = random.pick(clicks);
    return { better, worse: broken(splitSentence(better), wordsOf(language), i % 3, random).join(" ") };
  });
}

function broken(
  words: readonly string[],
  all: readonly string[],
  way: number,
  random: Random,
): readonly string[] {
  if (way === 0) return random.shuffle(words);
  if (way === 1) return words.map(() => random.pick(all));
  // Also shorter than any sentence, down to nothing at all.
  const word = random.pick(words);
  return Array.from({ length: random.integer(words.length + 1) }, () => word);
}
