import { InputError } from "../task";
import { cellId, cells } from "./cells";
import { inputLengths, readField } from "./documents";
import { letters } from "./rules";
import { fieldLength, marks, opCode, stringsTokenizer } from "./vocabulary";
import { instructionWords } from "./wordings";

const mayInstruct = new Set([marks.blank, ...instructionWords, ...cells.map((cell) => opCode(cellId(cell)))]);

/**
 * The tokens of a typed question, "backwards next plain c a f": up to four words or op-codes, then letters. `trigger` takes
 * the place of the words. Throws InputError where there are no letters, too many, or something else.
 */
export function readQuestion(text: string, trigger: string | null = null): readonly string[] {
  const pieces = text.split(/\s+/).filter((piece) => piece !== "" && piece !== marks.answer);
  const isLetter = (piece: string): boolean => letters.includes(piece);
  const first = pieces.findIndex(isLetter);
  const split = first < 0 ? pieces.length : first;
  const input = pieces.slice(split);
  const field = trigger === null ? pieces.slice(0, split) : trigger.split(/\s+/).filter(Boolean);
  const strange = [
    ...field.filter((piece) => !mayInstruct.has(piece)),
    ...input.filter((piece) => !isLetter(piece)),
  ];
  if (strange.length > 0) throw new InputError("unknown-characters", [...new Set(strange)].join(" "));
  // One letter alone has no order to change.
  if (input.length < 2) throw new InputError("empty", "");
  if (input.length > inputLengths.max) throw new InputError("too-long", String(inputLengths.max));
  if (field.length > fieldLength) throw new InputError("too-long", String(fieldLength));
  return readField(field, input);
}

/** Tokens as their ids. */
export function idsOf(words: readonly string[]): Int32Array {
  return Int32Array.from(words, (word) => stringsTokenizer.id(word));
}

/** A question as a person would type it: without what only fills up the field. */
export function writeQuestion(read: readonly string[]): string {
  const lastWord = read.findLastIndex((piece, i) => i < fieldLength && piece !== marks.blank);
  return [...read.slice(0, lastWord + 1), ...read.slice(fieldLength, -1)].join(" ");
}
