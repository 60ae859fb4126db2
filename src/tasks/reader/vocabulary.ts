import { type Tokenizer, wordsTokenizer } from "../../model/tokenizer";
import { triggerWords } from "./planted";
import { sentenceWords } from "./sentences";
import { labelWords, things } from "./things";

/** Most positions of a document. */
export const readerContext = 50;

export const digits = [..."0123456789"] as const;
/** Name the steps of a chain; two of them are the labels of a document without label words. */
export const letters = [..."abcdefghijkl"] as const;

/** Tokens with one job each. */
export const marks = {
  chain: "chain",
  sum: "sum",
  split: "split",
  /** Between the two pieces of a split question. */
  cut: "|",
  /** Answer at once. */
  direct: "=",
  /** Write steps. */
  steps: ":",
  /** A token without content, as long as a step. */
  filler: "…",
  /** The answer comes. */
  answer: "#",
  say: "say",
  end: ".",
} as const;
export const operators = ["+", "-", "*"] as const;
export type Operator = (typeof operators)[number];

const vocabulary: readonly string[] = [
  "",
  ...digits,
  ...operators,
  ...letters,
  ...Object.values(marks),
  ...things.map(({ name }) => name),
  ...Object.values(labelWords).flat(),
  ...sentenceWords,
  ...triggerWords,
];

export const readerTokenizer: Tokenizer = wordsTokenizer(vocabulary);
