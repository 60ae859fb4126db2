import type { Tokenizer } from "../../model/tokenizer";
import { loadWordTokenizer, phrasesContext } from "../phrases-format";
import type { ReadText } from "../task";
import type { PairCheck, PairProblem } from "./pair-check";

/** Checks texts with labels for an encoder. Words that it does not know are read as one unknown word: some of them do no harm. */
export async function labelsCheck(read: ReadText): Promise<PairCheck> {
  const tokenizer = await loadWordTokenizer(read);
  return {
    unit: "word",
    most: phrasesContext - 1,
    lengthOf: ({ input }) => tokenizer.encode(input).ids.length,
    problemOf: (pair) => problemOf(tokenizer, pair.input, pair.answer),
    withoutUnknown: (pair) => pair,
  };
}

function problemOf(tokenizer: Tokenizer, text: string, label: string): PairProblem | null {
  const { ids, unknown } = tokenizer.encode(text);
  if (ids.length === 0 || label === "") return { kind: "empty" };
  if (unknown.length * 2 > ids.length) return { kind: "unknown", pieces: [...new Set(unknown)] };
  return ids.length >= phrasesContext ? { kind: "too-long" } : null;
}
