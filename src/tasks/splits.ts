import { createRandom } from "../lib/random";
import type { Item, Split } from "./task";

/** The items of a task, train and held out. */
export type Splits = Readonly<Record<Split, readonly Item[]>>;

/** The split of a key. It depends on the key alone, so it is the same in every task and every base. */
export function splitOf(key: string, heldOutShare: number): Split {
  return createRandom(`split/${key}`).next() < heldOutShare ? "heldOut" : "train";
}

/** Splits items by their input. */
export function splitItems(items: readonly Item[], heldOutShare: number): Splits {
  const result: Record<Split, Item[]> = { train: [], heldOut: [] };
  for (const item of items) result[splitOf(item.input, heldOutShare)].push(item);
  return result;
}

/** Rows of a tab-separated file as items: first column asked, second answered. */
export function readItems(text: string): Item[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line, row) => {
      const [input, answer] = line.split("\t");
      if (input === undefined || answer === undefined)
        throw new Error(`row ${row + 1} needs two columns: "${line}"`);
      return { input, answer };
    });
}
