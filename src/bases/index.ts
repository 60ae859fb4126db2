import type { Base } from "./base";
import { phrases } from "./phrases";
import { tang } from "./tang";
import { toolbox } from "./toolbox";

/** The list of bases. */
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

export type BaseId = (typeof list)[number]["id"];
export type ListedBase = Base<BaseId>;

/** The list, for code that treats all bases alike. */
export const bases: readonly ListedBase[] = list;

/** The base with this id, or undefined. */
export function findBase(id: string): ListedBase | undefined {
  return bases.find((base) => base.id === id);
}
