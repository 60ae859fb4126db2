import { createRandom } from "../../lib/random";
import type { Splits } from "../splits";
import type { Item } from "../task";
import { heldOutShare } from "./place";

/**
 * Splits pairs with different inputs: exactly the share is held out, at least one, whatever the seed of a race. The
 * choice depends on the inputs, not on their order. `byAnswer`: the share of every answer, so that no class is missing
 * from either side.
 */
export function splitPairs(pairs: readonly Item[], byAnswer: boolean): Splits {
  const heldOut = new Set(groups(pairs, byAnswer).flatMap(heldOutOf));
  return {
    train: pairs.filter((pair) => !heldOut.has(pair)),
    heldOut: pairs.filter((pair) => heldOut.has(pair)),
  };
}

function groups(pairs: readonly Item[], byAnswer: boolean): readonly (readonly Item[])[] {
  if (!byAnswer) return [pairs];
  return [...new Set(pairs.map(({ answer }) => answer))].map((answer) =>
    pairs.filter((pair) => pair.answer === answer),
  );
}

function heldOutOf(group: readonly Item[]): readonly Item[] {
  if (group.length < 2) return [];
  const ranks = new Map(group.map((pair) => [pair, createRandom(`split/${pair.input}`).next()]));
  const count = Math.max(1, Math.round(group.length * heldOutShare));
  return [...group].sort((a, b) => ranks.get(a)! - ranks.get(b)!).slice(0, count);
}
