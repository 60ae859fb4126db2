import { useRef, useState } from "react";
import type { Candidate, SearchFinding, SearchLook } from "../../experiments/prompt/search";
import { ranked, roundRequest, type SearchPlan, withFound } from "../../experiments/prompt/search-rounds";
import { useLook } from "../../prompt-view/use-look";
import { useLookNow } from "../../prompt-view/use-look-now";
import type { TrainerFailure } from "../../worker/api";

/** A round that is over: how many candidates had been scored, and how the best of them does on fresh questions. */
export interface Round {
  readonly scored: number;
  readonly best: string;
  readonly accuracy: number;
}

/** What a search has found so far. */
interface Found {
  readonly pool: readonly Candidate[];
  readonly rounds: readonly Round[];
}

export interface PromptSearch {
  readonly pairs: SearchFinding["pairs"];
  /** The best first. */
  readonly pool: readonly Candidate[];
  readonly rounds: readonly Round[];
  /** The base can be asked, and is not being asked. */
  readonly isFree: boolean;
  readonly failure: TrainerFailure | null;
  /** Proposals first, then one round of changes each time. */
  next(): void;
  /** Scores a trigger of the learner's own. */
  add(trigger: string): void;
  restart(): void;
}

const nothing: Found = { pool: [], rounds: [] };

/** A search for a prompt, round by round, with the base that is open. With other pairs it starts again. */
export function usePromptSearch(
  known: Pick<SearchLook, "pairs" | "length">,
  plan: SearchPlan,
  isReady: boolean,
): PromptSearch {
  const around = { kind: "search", seed: 1, ...known } as const;
  const { look, failure } = useLookNow();
  const shown = useLook(isReady ? { ...around, ask: { what: "score", triggers: [] } } : null);
  const [search, setSearch] = useState({ pairs: known.pairs, found: nothing });
  const [isBusy, setBusy] = useState(false);
  /** Counts the searches that were dropped: what one of them still finds is for nothing. */
  const turn = useRef(0);
  if (search.pairs !== known.pairs) setSearch({ pairs: known.pairs, found: nothing });
  const { pool, rounds } = search.found;

  /** Does some work, and keeps what it finds unless the search was dropped meanwhile; null: it found nothing. */
  const work = async (find: () => Promise<Found | null>): Promise<void> => {
    const mine = turn.current;
    setBusy(true);
    const found = await find();
    setBusy(false);
    if (found && mine === turn.current)
      setSearch((now) => (now.pairs === known.pairs ? { ...now, found } : now));
  };
  const round = async (): Promise<Found | null> => {
    const made = await look(roundRequest(around, plan, rounds.length, pool));
    if (!made) return null;
    const grown = withFound(pool, made);
    const best = ranked(grown)[0];
    const tried = best && (await look({ ...around, ask: { what: "try", trigger: best.trigger } }));
    if (!best || !tried) return null;
    const accuracy = tried.fresh.filter(({ isRight }) => isRight).length / tried.fresh.length;
    return { pool: grown, rounds: [...rounds, { scored: grown.length, best: best.trigger, accuracy }] };
  };
  const score = async (trigger: string): Promise<Found | null> => {
    const made = await look({ ...around, ask: { what: "score", triggers: [trigger] } });
    return made && { pool: withFound(pool, made), rounds };
  };
  return {
    pairs: shown?.found.ok && shown.question.pairs === known.pairs ? shown.found.value.pairs : [],
    pool: ranked(pool),
    rounds,
    isFree: isReady && !isBusy,
    failure: failure ?? (shown && !shown.found.ok ? shown.found.failure : null),
    next: () => void work(round),
    add: (trigger) => void work(() => score(trigger)),
    restart: () => {
      turn.current++;
      setSearch({ pairs: known.pairs, found: nothing });
    },
  };
}
