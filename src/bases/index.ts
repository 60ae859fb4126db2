import type { Base } from "./base";
import { phrases } from "./phrases";
import { reader } from "./reader";
import { tang } from "./tang";
import { toolbox } from "./toolbox";

/** The bases that methods are raced on. */
const list = [
  toolbox("micro", { steps: 3200, batch: 96, learningRate: 3e-3, seed: 0 }),
  toolbox("nano", { steps: 3000, batch: 64, learningRate: 5e-3, seed: 0 }),
  toolbox("tiny", { steps: 3000, batch: 64, learningRate: 5e-3, seed: 0 }),
  toolbox("mini", { steps: 3000, batch: 64, learningRate: 1.5e-3, seed: 0 }),
  tang("micro", { steps: 3500, batch: 64, learningRate: 3e-3, seed: 0 }),
  tang("mini", { steps: 3000, batch: 64, learningRate: 2e-3, seed: 0 }),
  phrases("micro", { steps: 3000, batch: 64, learningRate: 3e-3, seed: 0 }),
  phrases("mini", { steps: 5000, batch: 64, learningRate: 3e-3, seed: 0 }),
] as const;

/** The same for all sizes: what differs between them then is size. */
const readerRecipe = { steps: 6000, batch: 96, learningRate: 2e-3, seed: 1, init: "fan-in" } as const;

/** The bases that are only asked, with prompts: nothing is tuned on them. */
const asked = [
  reader("micro", readerRecipe),
  reader("nano", readerRecipe),
  reader("tiny", readerRecipe),
] as const;

export type BaseId = (typeof list | typeof asked)[number]["id"];
export type ListedBase = Base<BaseId>;

/** The bases that methods are raced on, for code that treats them alike. */
export const bases: readonly ListedBase[] = list;
/** These and those that are only asked. */
export const allBases: readonly ListedBase[] = [...list, ...asked];

/** The base with this id, or undefined. */
export function findBase(id: string): ListedBase | undefined {
  return allBases.find((base) => base.id === id);
}
