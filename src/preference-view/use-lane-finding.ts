import { useEffect, useState } from "react";
import { examineLane, type QuestionKind, type QuestionOf } from "../race-view/examine-lane";
import { useRaceStore } from "../race-view/use-race";
import type { LaneFindings } from "../training/examine";

/**
 * What is found when a lane (−1: the base) is asked; null until then, and where it cannot be found. It is asked again
 * when the question changes, or `moment`: the step, say. A question of null is not asked.
 */
export function useLaneFinding<K extends QuestionKind>(
  lane: number,
  question: QuestionOf<K> | null,
  moment: string,
): LaneFindings[K] | null {
  const store = useRaceStore();
  const text = JSON.stringify(question);
  const key = `${lane} ${text} ${moment}`;
  const [found, setFound] = useState<{ readonly key: string; readonly value: LaneFindings[K] } | null>(null);
  const isDue = question !== null && found?.key !== key;
  useEffect(() => {
    if (!isDue) return;
    let isWanted = true;
    const asked: QuestionOf<K> = JSON.parse(text);
    void examineLane<K>(store, lane, asked).then((result) => {
      if (isWanted && result.ok) setFound({ key, value: result.value });
    });
    return () => {
      isWanted = false;
    };
  }, [store, isDue, key, lane, text]);
  return found?.key === key ? found.value : null;
}
