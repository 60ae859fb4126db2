import { type BaseId, bases, findBase } from "../bases/index";
import type { MethodId } from "../methods/index";
import swept from "./learning-rates.json";

type RatesOfBase = Readonly<Partial<Record<MethodId, number>>>;

/**
 * The best learning rates of `npm run sweep`, which writes them here from public/runs/sweep.json: chosen by the held-out
 * loss over all tasks of a base. Each method needs its own rate: with one rate for all, a race would
 * compare rates, not methods.
 */
const rates: Readonly<Partial<Record<BaseId, RatesOfBase>>> = swept;

/**
 * The rate that is offered for a method on a base. The mini bases are slow to sweep: a method that was not swept there
 * takes its rate from the first base of the family; `otherwise` if that was not swept either.
 */
export function ownRate(baseId: string, methodId: MethodId, otherwise: number): number {
  const base = findBase(baseId);
  if (!base) return otherwise;
  const first = bases.find(({ family }) => family === base.family) ?? base;
  return rates[base.id]?.[methodId] ?? rates[first.id]?.[methodId] ?? otherwise;
}
