import { useEffect, useState } from "react";
import type { LaneFindings } from "../training/examine";
import { examineLane, type QuestionKind, type QuestionOf } from "./examine-lane";
import { useRaceStore } from "./use-race";

interface Circumstances {
  /** What the answer depends on beside lane and question. With another, the last finding is gone. */
  readonly about?: string;
  /** A step, or an evaluation. With another, the question is asked again, and the last finding stays until then. */
  readonly moment?: unknown;
}

interface Found<T> {
  readonly key: string;
  readonly moment: unknown;
  readonly value: T;
}

/** What a lane (−1: the base) answers to a question; null before, and where it cannot answer. A question of null is not asked. */
export function useLaneFinding<K extends QuestionKind>(
  lane: number,
  question: QuestionOf<K> | null,
  { about = "", moment = null }: Circumstances = {},
): LaneFindings[K] | null {
  const store = useRaceStore();
  const text = JSON.stringify(question);
  const key = `${lane} ${text} ${about}`;
  const [found, setFound] = useState<Found<LaneFindings[K]> | null>(null);
  const isAsked = question !== null;
  const isDue = isAsked && (found?.key !== key || found.moment !== moment);
  useEffect(() => {
    if (!isAsked) setFound(null);
  }, [isAsked]);
  useEffect(() => {
    if (!isDue) return;
    let isWanted = true;
    const asked: QuestionOf<K> = JSON.parse(text);
    void examineLane<K>(store, lane, asked).then((result) => {
      if (isWanted && result.ok) setFound({ key, moment, value: result.value });
    });
    return () => {
      isWanted = false;
    };
  }, [store, isDue, key, moment, lane, text]);
  return found?.key === key ? found.value : null;
}
