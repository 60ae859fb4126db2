import { type Tokenizer, wordsTokenizer } from "../../model/tokenizer";
import { cellId, cells } from "./cells";
import { capitals, letters } from "./rules";
import { instructionWords } from "./wordings";

/** Most positions of a sequence, in each stack of blocks. */
export const stringsContext = 28;
/** Positions in front of an input that say what to do with it. */
export const fieldLength = 4;

/** Tokens with one job each. */
export const marks = {
  /** Nothing here: fills the field. */
  blank: "_",
  /** The answer comes. */
  answer: ">",
  end: ".",
  /** Which instruction was it? */
  which: "?",
  /** A list of synonyms follows. In an encoder-decoder, the first token that the decoder reads. */
  start: "T",
  cut: ";",
} as const;

/** The op-code that calls a cell. */
export function opCode(id: string): string {
  return `#${id}`;
}

export const stringsTokenizer: Tokenizer = wordsTokenizer([
  "",
  ...Object.values(marks),
  "[",
  "]",
  ...letters,
  ...capitals,
  ...instructionWords,
  ...cells.map((cell) => opCode(cellId(cell))),
]);
