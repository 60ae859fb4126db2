import type { Random } from "../../lib/random";

/** A string task: which order, which letters, which format. Each is 0 to 3. */
export type Cell = readonly [order: number, letters: number, format: number];

const choices = [0, 1, 2, 3] as const;

/** All 64: every order with every change of the letters and every format. */
export const cells: readonly Cell[] = choices.flatMap((order) =>
  choices.flatMap((letters) => choices.map((format): Cell => [order, letters, format])),
);

/** Each pair of values is missing once from the training cells: what is asked there has to be put together. */
const isHeldOut = ([order, letters, format]: Cell): boolean => (order + letters + format) % 4 === 1;

/** The 16 cells that instruction tuning never trains. */
export const heldOutCells: readonly Cell[] = cells.filter(isHeldOut);
/** The 48 cells that it may train. */
export const trainableCells: readonly Cell[] = cells.filter((cell) => !isHeldOut(cell));

/** "120": the name of a cell in options, links and op-codes. */
export function cellId(cell: Cell): string {
  return cell.join("");
}

/** The cell of this name. */
export function cellOf(id: string): Cell {
  const found = cells.find((cell) => cellId(cell) === id);
  if (!found) throw new Error(`no cell is called "${id}"`);
  return found;
}

/** How many random blocks of four are tried before the rest comes in any order. */
const tries = 3000;

/**
 * The training cells in a random order in which the first N, for every N, cover as many values as N cells can: each block
 * of four has every order, every change of the letters and every format once, as long as such blocks are left.
 */
export function trainingOrder(random: Random): readonly Cell[] {
  let left = trainableCells;
  const ordered: Cell[] = [];
  while (left.length > 0) {
    const block = drawBlock(left, random);
    if (!block) return [...ordered, ...random.shuffle(left)];
    ordered.push(...block);
    left = left.filter((cell) => !block.includes(cell));
  }
  return ordered;
}

/** Four cells of those left that share no value; null where none were found. */
function drawBlock(left: readonly Cell[], random: Random): readonly Cell[] | null {
  for (let i = 0; i < tries; i++) {
    const [letters, formats] = [random.shuffle(choices), random.shuffle(choices)];
    const ids = choices.map((order) => cellId([order, letters[order]!, formats[order]!]));
    const block = left.filter((cell) => ids.includes(cellId(cell)));
    if (block.length === choices.length) return block;
  }
  return null;
}
