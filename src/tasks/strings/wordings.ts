import { createRandom } from "../../lib/random";
import type { Cell } from "./cells";

export const slots = ["order", "letters", "format"] as const;
export type Slot = (typeof slots)[number];

/** The words for each value of each slot, three synonyms apiece. */
export const synonyms: Readonly<Record<Slot, readonly (readonly string[])[]>> = {
  order: [
    ["keep", "straight", "asis"],
    ["backwards", "reversed", "flipped"],
    ["rotate", "shift", "cycle"],
    ["swapends", "exchange", "trade"],
  ],
  letters: [
    ["same", "unchanged", "equal"],
    ["next", "following", "after"],
    ["previous", "before", "earlier"],
    ["mirror", "opposite", "inverse"],
  ],
  format: [
    ["plain", "simple", "bare"],
    ["doubled", "twice", "repeated"],
    ["capitals", "upper", "loud"],
    ["bracketed", "boxed", "framed"],
  ],
};

/** The three words of every value. */
export const wordLists: readonly (readonly string[])[] = slots.flatMap((slot) => synonyms[slot]);
/** All 36 words. */
export const instructionWords: readonly string[] = wordLists.flat();

/** How an instruction is put: in which order the slots are named, and which synonym is used for each. */
export interface Wording {
  readonly order: readonly number[];
  readonly synonym: readonly number[];
}

/** The three words that ask for a cell. */
export function wordsFor(cell: Cell, { order, synonym }: Wording): readonly string[] {
  return order.map((slot) => synonyms[slots[slot]!][cell[slot]!]![synonym[slot]!]!);
}

/** Order, letters, format, each by its first word: the wording that a person would write first. */
export const plainWording: Wording = { order: [0, 1, 2], synonym: [0, 0, 0] };

/** Wordings that are never trained, to ask in words that are put differently. */
const newWordings = 12;

const permutations = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;
const three = [0, 1, 2] as const;
const allWordings: readonly Wording[] = permutations.flatMap((order) =>
  three.flatMap((a) => three.flatMap((b) => three.map((c): Wording => ({ order, synonym: [a, b, c] })))),
);
const keyOf = ({ order, synonym }: Wording): string => [...order, ...synonym].join("");

/**
 * The wordings of a seed, those to train first: the plain one, then two that bring in all other synonyms, each with a random
 * order of the slots. `unseen`: those that are only asked.
 */
export function wordingsOf(seed: number): {
  readonly seen: readonly Wording[];
  readonly unseen: readonly Wording[];
} {
  const random = createRandom(`strings/wordings/${seed}`);
  const first = [
    plainWording,
    { order: random.pick(permutations), synonym: [1, 1, 1] },
    { order: random.pick(permutations), synonym: [2, 2, 2] },
  ];
  const taken = new Set(first.map(keyOf));
  const others = random.shuffle(allWordings.filter((wording) => !taken.has(keyOf(wording))));
  return { seen: [...first, ...others.slice(newWordings)], unseen: others.slice(0, newWordings) };
}
