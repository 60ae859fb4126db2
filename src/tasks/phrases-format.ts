import { type Tokenizer, wordTokenizer } from "../model/tokenizer";
import type { Splits } from "./splits";
import { type Example, InputError, type LoadedTask, type ReadText } from "./task";

/** Most positions of a phrase, [CLS] among them. */
export const phrasesContext = 20;

/** Padding, [CLS], [MASK], [UNK], and the commonest words and marks. */
export const phrasesVocabulary = 4000;

/** Ids below this are special tokens, not words. */
export const firstWord = 4;

/** A tokenizer of the commonest English words of WordNet's definitions and examples. */
export async function loadWordTokenizer(read: ReadText): Promise<Tokenizer> {
  const words = (await read("data/phrases-words.txt")).split("\n").filter(Boolean);
  const vocabulary = ["", "[CLS]", "[MASK]", "[UNK]", ...words];
  if (vocabulary.length !== phrasesVocabulary)
    throw new Error(`${vocabulary.length} words, not ${phrasesVocabulary}`);
  return wordTokenizer(vocabulary, "[UNK]");
}

/** "[CLS] word word …", padded to the context. */
export function encodePhrase(tokenizer: Tokenizer, text: string): Int32Array {
  const { ids } = tokenizer.encode(text);
  if (ids.length >= phrasesContext) throw new Error(`"${text}" does not fit the phrases base`);
  const tokens = new Int32Array(phrasesContext);
  tokens.set([tokenizer.id("[CLS]"), ...ids]);
  return tokens;
}

/** A classification task of the phrases family: the answer is one of the classes. */
export function classificationTask(
  tokenizer: Tokenizer,
  classes: readonly string[],
  splits: Splits,
): LoadedTask {
  return {
    tokenizer,
    context: phrasesContext,
    end: -1,
    classes,
    items: (split) => splits[split],
    draw: (split, random) => random.pick(splits[split]),
    encode: ({ input, answer }): Example => {
      const target = classes.indexOf(answer);
      if (target < 0) throw new Error(`"${answer}" is not a class`);
      return {
        tokens: encodePhrase(tokenizer, input),
        targets: Int32Array.of(target),
        weights: Float32Array.of(1),
      };
    },
    prompt: (input) => {
      const { ids, unknown } = tokenizer.encode(input);
      if (ids.length === 0) throw new InputError("empty", "");
      if (ids.length >= phrasesContext) throw new InputError("too-long", String(phrasesContext - 1));
      // The model can cope with some unknown words, but not with a phrase of nothing else.
      if (unknown.length === ids.length) throw new InputError("unknown-characters", unknown.join(" "));
      return encodePhrase(tokenizer, input);
    },
    score: (answer, item) => (answer === item.answer ? 1 : 0),
  };
}
