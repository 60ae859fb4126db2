import { useEffect, useState } from "react";
import { examineLane, type QuestionKind, type QuestionOf } from "../../race-view/examine-lane";
import { useRace, useRaceStore } from "../../race-view/use-race";
import type { LaneFindings } from "../../training/examine";

/**
 * What a lane answers to a question, asked again after each of its evaluations. `isOurs`: the engine is on this race. null
 * before the first answer.
 */
export function useLaneFinding<K extends QuestionKind>(
  lane: number,
  question: QuestionOf<K>,
  isOurs: boolean,
): LaneFindings[K] | null {
  const store = useRaceStore();
  const evaluation = useRace((race) => race.lanes[lane]?.series.evaluations.at(-1));
  const [found, setFound] = useState<LaneFindings[K] | null>(null);
  useEffect(() => {
    if (!isOurs) setFound(null);
    if (!isOurs || !evaluation) return;
    let isOver = false;
    void examineLane<K>(store, lane, question).then((answer) => {
      if (!isOver && answer.ok) setFound(answer.value);
    });
    return () => {
      isOver = true;
    };
  }, [store, lane, question, isOurs, evaluation]);
  return found;
}
