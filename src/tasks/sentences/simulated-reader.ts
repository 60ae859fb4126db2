import type { Random } from "../../lib/random";
import type { Click } from "./learned-reward";
import { type SentenceLanguage, splitSentence } from "./sentence-language";
import { goldOf, type TasteId } from "./tastes";

/** Which of two sentences a reader of this taste likes better, always right; null where it sees no difference. */
export function chooseByTaste(
  language: SentenceLanguage,
  taste: TasteId,
  [one, other]: readonly [string, string],
): Click | null {
  const difference =
    goldOf(language, taste, splitSentence(one)) - goldOf(language, taste, splitSentence(other));
  if (difference === 0) return null;
  return difference > 0 ? { better: one, worse: other } : { better: other, worse: one };
}

/** The same reader on a bad day: this share of its clicks is wrong. */
export function withNoise(click: Click, noise: number, random: Random): Click {
  return random.next() < noise ? exchanged(click) : click;
}

/** The control: who wins is decided at random, so there is nothing to learn. */
export function shuffled(clicks: readonly Click[], random: Random): readonly Click[] {
  return clicks.map((click) => (random.next() < 0.5 ? exchanged(click) : click));
}

function exchanged({ better, worse }: Click): Click {
  return { better: worse, worse: better };
}
