import { useCallback, useEffect, useRef, useState } from "react";
import { examineLane } from "../race-view/examine-lane";
import { useRaceStore } from "../race-view/use-race";
import { type Click, countAbove } from "../tasks/sentences/learned-reward";
import { headSteps } from "../training/preferences/preference-spec";
import type { TrainerFailure } from "../worker/api";
import type { HeldOut } from "./use-held-out";

/** It is asked how it does after every so many steps. */
const stepsAtOnce = 10;

/** A scalar head as it learns. */
export interface HeadProgress {
  readonly clicks: readonly Click[];
  readonly step: number;
  /** Held-out pairs that it orders right. */
  readonly right: number;
}

export interface RewardHeadRun {
  /** Null until it is trained. */
  readonly progress: HeadProgress | null;
  readonly isRunning: boolean;
  readonly failure: TrainerFailure | null;
  train(): void;
}

/** Trains a scalar head on the choices, in the worker, and tells how it does on its way. Other choices need another one. */
export function useRewardHead({ train: clicks, test }: HeldOut): RewardHeadRun {
  const store = useRaceStore();
  const [progress, setProgress] = useState<HeadProgress | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<TrainerFailure | null>(null);
  /** What the training under way is for; another value ends it. */
  const wanted = useRef<readonly Click[] | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the choices are others
  useEffect(
    () => () => {
      wanted.current = null;
      setProgress(null);
      setRunning(false);
    },
    [clicks],
  );

  const train = useCallback(async () => {
    wanted.current = clicks;
    setFailure(null);
    setRunning(true);
    const sentences = [...test.map(({ better }) => better), ...test.map(({ worse }) => worse)];
    for (let step = 0; step < headSteps && wanted.current === clicks; ) {
      const steps = step + stepsAtOnce;
      const found = await examineLane<"reward-head">(store, -1, {
        kind: "reward-head",
        clicks,
        steps,
        sentences,
      });
      if (wanted.current !== clicks) return;
      if (!found.ok || !found.value) {
        if (!found.ok) setFailure(found.failure);
        break;
      }
      const { rewards } = found.value;
      step = found.value.step;
      const right = countAbove(test.map((_, i) => rewards[i]! - rewards[test.length + i]!));
      setProgress({ clicks, step, right });
    }
    setRunning(false);
  }, [store, clicks, test]);

  return { progress, isRunning, failure, train: () => void train() };
}
