import { type Tokenizer, wordsTokenizer } from "../../model/tokenizer";
import { chinese } from "./chinese";
import { english } from "./english";
import { type SentenceLanguage, wordsOf } from "./sentence-language";

/** The languages that sentences are written in. */
export const sentenceLanguages = { en: english, zh: chinese } as const satisfies Readonly<
  Record<string, SentenceLanguage>
>;
export type SentenceLanguageId = keyof typeof sentenceLanguages;

/** Most positions of a sentence with its tag: the longest one fits. */
export const sentenceContext = 26;

/** One vocabulary for both: the tag says which language is asked for. */
export const sentenceTokenizer: Tokenizer = wordsTokenizer([
  "",
  ...Object.values(sentenceLanguages).flatMap((language) => [
    language.tag,
    language.end,
    ...wordsOf(language),
  ]),
]);
