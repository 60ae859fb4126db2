import { splitOf } from "./splits";
import type { Item, ReadText, Split } from "./task";

/** Tang poems of four or eight lines, split by poem: no line of a held-out poem is in a training one. */
export type TangPoems = Readonly<Record<Split, readonly string[]>>;

export async function loadTangPoems(read: ReadText): Promise<TangPoems> {
  const files = await Promise.all([read("data/tang-5.txt"), read("data/tang-7.txt")]);
  const poems = files.flatMap((file) => file.split("\n").filter(Boolean));
  const heldOut = poems.filter((poem) => splitOf(poem.slice(0, 5), 1 / 20) === "heldOut");
  const unseen = new Set(heldOut.flatMap(linesOf));
  return { heldOut, train: poems.filter((poem) => !linesOf(poem).some((line) => unseen.has(line))) };
}

/** "花间一壶酒，独酌无相亲。" -> 花间一壶酒, 独酌无相亲 */
export function linesOf(poem: string): string[] {
  return poem.split(/[，。]/).filter(Boolean);
}

/** The couplets of a poem, each with its comma and full stop. */
export function coupletsOf(poem: string): string[] {
  return poem.match(/[^。]+。/g) ?? [];
}

/** The two middle couplets of the eight-line poems, where the rules ask for parallel lines: first line -> second line. */
export function middleCouplets(poems: readonly string[]): Item[] {
  return poems
    .map(linesOf)
    .filter((lines) => lines.length === 8)
    .flatMap((lines) => [
      { input: lines[2]!, answer: lines[3]! },
      { input: lines[4]!, answer: lines[5]! },
    ]);
}
