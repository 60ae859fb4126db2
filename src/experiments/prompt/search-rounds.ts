import type { Candidate, SearchFinding, SearchLook } from "./search";

/** How long a search goes on (Zhou et al. 2022, APE): proposals, then rounds in which the best are kept and changed. */
export interface SearchPlan {
  readonly proposals: number;
  readonly keep: number;
  readonly perRound: number;
}

export const usualPlan: SearchPlan = { proposals: 50, keep: 10, perRound: 50 };

/** The best candidates first; of equally good ones those that were found first. */
export function ranked(pool: readonly Candidate[]): readonly Candidate[] {
  return pool.toSorted((a, b) => b.score - a.score);
}

/** The request of a round: proposals in round 0, then changes of the best. Each round draws from its seed. */
export function roundRequest(
  { pairs, length, seed }: Pick<SearchLook, "pairs" | "length" | "seed">,
  plan: SearchPlan,
  round: number,
  pool: readonly Candidate[],
): SearchLook {
  const best = ranked(pool)
    .slice(0, plan.keep)
    .map(({ trigger }) => trigger);
  const ask: SearchLook["ask"] =
    round === 0
      ? { what: "propose", count: plan.proposals }
      : { what: "mutate", parents: best, count: plan.perRound };
  return { kind: "search", ask, pairs, ...(length !== undefined && { length }), seed, round };
}

/** The pool with what a round found; a trigger that is known already is left out. */
export function withFound(pool: readonly Candidate[], { candidates }: SearchFinding): readonly Candidate[] {
  const known = new Set(pool.map(({ trigger }) => trigger));
  return [...pool, ...candidates.filter(({ trigger }) => !known.has(trigger))];
}
