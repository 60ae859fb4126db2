import { useCallback, useEffect, useState } from "react";
import type { Candidate, SearchFinding, SearchLook } from "../../experiments/prompt/search";
import { ranked, roundRequest, type SearchPlan, withFound } from "../../experiments/prompt/search-rounds";
import type { Result, TrainerFailure } from "../../worker/api";
import { useSearch } from "./use-search";

/** A round that is over: how many candidates had been scored, and how the best of them does on fresh questions. */
export interface Round {
  readonly scored: number;
  readonly best: string;
  readonly accuracy: number;
}

export interface PromptSearch {
  readonly pairs: SearchFinding["pairs"];
  /** The best first. */
  readonly pool: readonly Candidate[];
  readonly rounds: readonly Round[];
  readonly isReady: boolean;
  readonly failure: TrainerFailure | null;
  /** Proposals first, then one round of changes each time. */
  next(): void;
  /** Scores a trigger of the learner's own. */
  add(trigger: string): void;
  restart(): void;
}

const empty = { pool: [], rounds: [] } as const;

/** A search for a prompt, round by round, with the base that is open. */
export function usePromptSearch(known: Pick<SearchLook, "pairs" | "length">, plan: SearchPlan): PromptSearch {
  const { isOpen, ask } = useSearch();
  const [pairs, setPairs] = useState<SearchFinding["pairs"]>([]);
  const [{ pool, rounds }, setFound] = useState<{
    readonly pool: readonly Candidate[];
    readonly rounds: readonly Round[];
  }>(empty);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<TrainerFailure | null>(null);
  const { pairs: count, length } = known;
  const around = { kind: "search", pairs: count, seed: 1, ...(length !== undefined && { length }) } as const;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is around a request changes with the number of pairs alone
  useEffect(() => {
    if (!isOpen) return;
    setFound(empty);
    void ask({ ...around, ask: { what: "score", triggers: [] } }).then((found) => {
      if (found.ok) setPairs(found.value.pairs);
    });
  }, [isOpen, ask, count]);

  const work = useCallback(async (steps: () => Promise<Result<SearchFinding>>): Promise<void> => {
    setBusy(true);
    const done = await steps();
    setBusy(false);
    setFailure(done.ok ? null : done.failure);
  }, []);
  const next = (): void => {
    void work(async () => {
      const found = await ask(roundRequest(around, plan, rounds.length, pool));
      if (!found.ok) return found;
      const grown = withFound(pool, found.value);
      const best = ranked(grown)[0];
      if (!best) return found;
      const tried = await ask({ ...around, ask: { what: "try", trigger: best.trigger } });
      if (!tried.ok) return tried;
      const { fresh } = tried.value;
      const accuracy = fresh.filter(({ isRight }) => isRight).length / fresh.length;
      setFound({ pool: grown, rounds: [...rounds, { scored: grown.length, best: best.trigger, accuracy }] });
      return tried;
    });
  };
  const add = (trigger: string): void => {
    void work(async () => {
      const found = await ask({ ...around, ask: { what: "score", triggers: [trigger] } });
      if (found.ok) setFound({ pool: withFound(pool, found.value), rounds });
      return found;
    });
  };
  return {
    pairs,
    pool: ranked(pool),
    rounds,
    isReady: isOpen && !isBusy,
    failure,
    next,
    add,
    restart: () => setFound(empty),
  };
}
