/**
 * The learning rate of every method on every base: the best of `npm run sweep` (public/runs/sweep.json, chosen by the
 * held-out loss over all tasks that the base can be asked). Rates do not carry over between methods: one rate for all
 * would compare rates, not methods.
 */
const swept: Readonly<Record<string, Readonly<Record<string, number>>>> = {};

/** The rate that is offered for a method on a base; `otherwise` where it was not swept. */
export function ownRate(base: string, method: string, otherwise: number): number {
  return swept[base]?.[method] ?? otherwise;
}
