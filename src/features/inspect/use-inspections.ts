import { useEffect, useState } from "react";
import { shallow } from "zustand/shallow";
import { examineLane, type Finding, type QuestionKind, type QuestionOf } from "../../race-view/examine-lane";
import { useRace, useRaceStore } from "../../race-view/use-race";
import type { Race } from "../../state/race-shape";
import type { RaceInfo } from "../../worker/api";
import { useIsOpen } from "./use-stops";

/** Between two rounds of questions while a race runs. */
const calmMs = 1500;
/** A slider that is being moved asks when it rests for a moment. */
const settleMs = 40;

export interface Inspections<K extends QuestionKind> {
  /** The question these answer; the one before, until the next is answered. */
  readonly question: QuestionOf<K>;
  readonly of: ReadonlyMap<number, Finding<K>>;
}

interface Kept<K extends QuestionKind> extends Inspections<K> {
  readonly info: RaceInfo;
  readonly lanes: string;
}

/**
 * What the lanes answer to a question, asked anew when they have been evaluated since, at a calm rate and only while
 * it is `watched`. null until the first answers of the open race have come.
 */
export function useInspections<K extends QuestionKind>(
  lanes: readonly number[],
  question: QuestionOf<K>,
  watched: boolean,
): Inspections<K> | null {
  const store = useRaceStore();
  const info = useRace((race) => race.info);
  const isOpen = useIsOpen();
  const [kept, keep] = useState<Kept<K> | null>(null);
  const which = lanes.join();
  const asked = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lanes and question by what they say
  useEffect(() => {
    if (!watched || !info || !isOpen) return;
    let isOver = false;
    let seen: readonly unknown[] = [];
    const look = async (): Promise<void> => {
      await pause(settleMs);
      while (!isOver) {
        const now = stamps(store.getState());
        if (!shallow(now, seen)) {
          seen = now;
          const of = new Map<number, Finding<K>>();
          for (const lane of lanes) if (!isOver) of.set(lane, await examineLane(store, lane, question));
          if (!isOver) keep({ question, of, info, lanes: which });
        }
        await pause(calmMs);
      }
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [which, asked, info, isOpen, watched]);
  return kept?.info === info && kept.lanes === which ? kept : null;
}

/** Other objects when a lane has been evaluated since. */
function stamps({ info, lanes }: Race): readonly unknown[] {
  return [info, ...lanes.map(({ series }) => series.evaluations.at(-1))];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
