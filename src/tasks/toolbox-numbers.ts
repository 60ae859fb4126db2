import { createRandom, type Random } from "../lib/random";
import { type Splits, splitItems, splitOf } from "./splits";
import type { Item, Split } from "./task";

const heldOutShare = 1 / 12;

/** Draws numbers until one is in the wanted split; the splits are the same for all skills with numbers. */
export function drawNumber(split: Split, propose: () => number): number {
  for (;;) {
    const number = propose();
    if (splitOf(String(number), heldOutShare) === split) return number;
  }
}

export function isTrainNumber(number: number): boolean {
  return splitOf(String(number), heldOutShare) === "train";
}

/** A number of one to five digits, each length equally likely. */
export function anyLength(random: Random): number {
  const least = 10 ** random.integer(5);
  return least + random.integer(9 * least);
}

/** A fixed list of numbers, 6,000 to train and 500 held out, with the answers that `answer` gives. */
export function numberItems(answer: (number: number) => string): Splits {
  const random = createRandom("numerals");
  const numbers = new Set<number>();
  for (let number = 1; number < 1000; number++) numbers.add(number);
  while (numbers.size < 7200) numbers.add(1000 + random.integer(random.integer(2) === 0 ? 9000 : 99_000));
  const items: Item[] = [...numbers].map((number) => ({ input: String(number), answer: answer(number) }));
  const { train, heldOut } = splitItems(items, heldOutShare);
  return { train: train.slice(0, 6000), heldOut: heldOut.slice(0, 500) };
}
