import type { PromptWord, PromptWords } from "../../training/prompt-words";

/** How a prompt vector stands to the words: one of them still, nearer to one than words are to each other, or no word at all. */
export type Reading = "same" | "near" | "none";

/** A vector that has turned no further than this from a word is that word. */
const sameCosine = 0.999;

/** Reads one vector beside how near real words usually are to each other. */
export function readVector({ nearest }: PromptWord, usualCosine: number): Reading {
  const cosine = nearest[0]?.cosine ?? 0;
  if (cosine >= sameCosine) return "same";
  return cosine > usualCosine ? "near" : "none";
}

/** How many vectors of a prompt are read each way. */
export function countReadings({ words, usualCosine }: PromptWords): Readonly<Record<Reading, number>> {
  const counts = { same: 0, near: 0, none: 0 };
  for (const word of words) counts[readVector(word, usualCosine)]++;
  return counts;
}
