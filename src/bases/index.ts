import type { Base } from "./base";
import { phrases } from "./phrases";
import { reader } from "./reader";
import { sentences } from "./sentences";
import { strings } from "./strings";
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

const stringsRecipe = { steps: 2000, batch: 96, learningRate: 3e-3, seed: 1, init: "fan-in" } as const;

/** The bases of lessons: asked with prompts, or tuned to follow instructions. No other page offers them. */
const ofLessons = [
  reader("micro", readerRecipe),
  reader("nano", readerRecipe),
  reader("tiny", readerRecipe),
  strings("micro", stringsRecipe),
  strings("mini", stringsRecipe),
  strings("pair", stringsRecipe),
  strings("instructed", { ...stringsRecipe, steps: 500, batch: 64, learningRate: 1e-3 }, "instructions"),
  sentences({ steps: 2000, batch: 96, learningRate: 2e-3, seed: 1 }),
] as const;

export type BaseId = (typeof list | typeof ofLessons)[number]["id"];
export type ListedBase = Base<BaseId>;

/** The bases that methods are raced on, for code that treats them alike. */
export const bases: readonly ListedBase[] = list;
/** These and those of lessons. */
export const allBases: readonly ListedBase[] = [...list, ...ofLessons];

/** The base with this id, or undefined. */
export function findBase(id: string): ListedBase | undefined {
  return allBases.find((base) => base.id === id);
}
