import type { Random } from "../../lib/random";
import { type Cell, cellId, cells } from "./cells";
import { applyCell, letters } from "./rules";
import { fieldLength, marks, opCode } from "./vocabulary";
import { slots, synonyms, type Wording, wordsFor } from "./wordings";

/** What is read, and what is to be written after it. */
export interface StringDocument {
  readonly read: readonly string[];
  readonly written: readonly string[];
}

/** Shortest and longest input. */
export const inputLengths = { min: 3, max: 5 } as const;

export function drawInput(random: Random): readonly string[] {
  const { min, max } = inputLengths;
  return Array.from({ length: min + random.integer(max - min + 1) }, () => random.pick(letters));
}

/** "backwards next plain _ c a f >" and its answer "g b d ." The field is filled up with blanks. */
export function instructed(field: readonly string[], cell: Cell, input: readonly string[]): StringDocument {
  return { read: readField(field, input), written: [...applyCell(cell, input), marks.end] };
}

export function readField(field: readonly string[], input: readonly string[]): readonly string[] {
  const blanks = Array<string>(fieldLength - field.length).fill(marks.blank);
  return [...field, ...blanks, ...input, marks.answer];
}

/** A cell called by its op-code, at a random place of the field. */
export function drawCalled(cell: Cell, random: Random): StringDocument {
  const place = random.integer(fieldLength);
  const field = Array.from({ length: fieldLength }, (_, i) =>
    i === place ? opCode(cellId(cell)) : marks.blank,
  );
  return instructed(field, cell, drawInput(random));
}

/** Four lists of synonyms of one slot: the words are met, but never what they ask for. */
export function drawLists(random: Random): StringDocument {
  const slot = random.pick(slots);
  const written = Array.from({ length: 4 }, () => [
    ...random.shuffle(random.pick(synonyms[slot])),
    marks.cut,
  ]);
  return { read: [marks.start], written: written.flat() };
}

/** The other way round: an input and its output, and the instruction is to be written. */
export function reversed(cell: Cell, input: readonly string[], wording: Wording): StringDocument {
  return { read: askInstruction(cell, input), written: [...wordsFor(cell, wording), marks.end] };
}

export function askInstruction(cell: Cell, input: readonly string[]): readonly string[] {
  const { which, blank, answer, end } = marks;
  return [which, blank, blank, blank, ...input, answer, ...applyCell(cell, input), end];
}

/** Share of the lists in pretraining; the rest are called by op-code. */
const listShare = 0.1;

/** A pretraining document. */
export function drawPretraining(random: Random): StringDocument {
  return random.next() < listShare ? drawLists(random) : drawCalled(random.pick(cells), random);
}
