import { useMemo, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { useRace } from "../../race-view/use-race";
import {
  type Comparison,
  comparisonKey,
  comparisonOf,
  comparisonsOf,
  lengthsOf,
} from "../../state/compare-results";
import type { LaneResult } from "../../state/lane-result";
import { useResults } from "../../state/results";

export interface ChosenComparison {
  /** Those that have runs, and that of the open race. */
  readonly all: readonly Comparison[];
  readonly shown: Comparison;
  /** Whether the open race belongs to it. */
  readonly isCurrent: boolean;
  /** Lengths to choose from, in steps. */
  readonly lengths: readonly number[];
  /** null: all lengths. */
  readonly steps: number | null;
  /** What is kept of what is chosen. */
  readonly runs: readonly LaneResult[];
  choose(key: string): void;
  chooseSteps(steps: number | null): void;
}

interface Choice {
  /** The race that was open meanwhile: another one takes the figure along. */
  readonly during: string;
  readonly key: string;
  readonly steps: number | null | undefined;
}

/** Which kept runs are shown beside each other: those of the open race's base, task and length, until others are chosen. */
export function useComparison(): ChosenComparison {
  const kept = useResults((results) => results.runs);
  const race = useRace(useShallow(({ draft }) => ({ ...comparisonOf(draft), steps: draft.steps })));
  const current = comparisonKey(race);
  const during = `${current} ${race.steps}`;
  const [asked, ask] = useState<Choice | null>(null);
  const choice: Choice = asked?.during === during ? asked : { during, key: current, steps: undefined };

  const others = comparisonsOf(kept).filter((one) => comparisonKey(one) !== current);
  const all: readonly Comparison[] = [race, ...others];
  const shown = all.find((one) => comparisonKey(one) === choice.key) ?? race;
  const isCurrent = shown === race;
  const key = comparisonKey(shown);
  const runs = useMemo(() => kept.filter((run) => comparisonKey(comparisonOf(run)) === key), [kept, key]);
  const usual = isCurrent ? race.steps : (runs.at(-1)?.steps ?? null);
  const lengths = [...new Set([...lengthsOf(runs), ...(isCurrent ? [race.steps] : [])])].sort(
    (a, b) => a - b,
  );
  const wanted = choice.steps === undefined ? usual : choice.steps;
  const steps = wanted !== null && !lengths.includes(wanted) ? usual : wanted;
  const ofLength = useMemo(
    () => (steps === null ? runs : runs.filter((run) => run.steps === steps)),
    [runs, steps],
  );
  return {
    all,
    shown,
    isCurrent,
    lengths,
    steps,
    runs: ofLength,
    choose: (chosen) => ask({ during, key: chosen, steps: undefined }),
    chooseSteps: (chosen) => ask({ ...choice, steps: chosen }),
  };
}
