import type { Base } from "./base";
import { phrases } from "./phrases";
import { tang } from "./tang";
import { toolbox } from "./toolbox";

/** THE list of bases. */
export const bases: readonly Base[] = [
  toolbox("micro", { steps: 3200, batch: 96, learningRate: 3e-3, seed: 0 }),
  toolbox("nano", { steps: 3000, batch: 64, learningRate: 5e-3, seed: 0 }),
  toolbox("tiny", { steps: 3000, batch: 64, learningRate: 5e-3, seed: 0 }),
  toolbox("mini", { steps: 3000, batch: 64, learningRate: 1.5e-3, seed: 0 }),
  tang("micro", { steps: 3500, batch: 64, learningRate: 3e-3, seed: 0 }),
  tang("mini", { steps: 3000, batch: 64, learningRate: 2e-3, seed: 0 }),
  phrases("micro", { steps: 3000, batch: 64, learningRate: 3e-3, seed: 0 }),
  phrases("mini", { steps: 5000, batch: 64, learningRate: 3e-3, seed: 0 }),
];

export function findBase(id: string): Base | undefined {
  return bases.find((base) => base.id === id);
}
