import { useEffect, useState } from "react";
import { marks } from "../tasks/reader/vocabulary";
import type { TrainerFailure } from "../worker/api";
import { lookAtPrompt } from "./use-look";
import { usePromptStore } from "./use-prompt";

/** A phrase with the probabilities that steps, or the answer at once, follow it: the mean over some questions. */
export interface TriedPhrase {
  /** Its words; "" is none. */
  readonly phrase: string;
  readonly steps: number;
  readonly direct: number;
}

/** Tries a phrase after each question. What was tried stays, the last one at the end. */
export function useMeanNext(questions: readonly string[], phrase: string, isReady: boolean) {
  const store = usePromptStore();
  const [tried, setTried] = useState<readonly TriedPhrase[]>([]);
  const [failure, setFailure] = useState<TrainerFailure | null>(null);
  const isKnown = tried.some((one) => one.phrase === phrase);
  useEffect(() => {
    if (!isReady || isKnown) return;
    let isOver = false;
    const tryIt = async (): Promise<void> => {
      let steps = 0;
      let direct = 0;
      for (const question of questions) {
        const prompt = phrase === "" ? question : `${question} ${phrase}`;
        const found = await lookAtPrompt(store, { kind: "next", prompt });
        if (isOver) return;
        setFailure(found.ok ? null : found.failure);
        if (!found.ok) return;
        const chanceOf = (token: string): number =>
          found.value.choices.at(-1)?.find((choice) => choice.token === token)?.chance ?? 0;
        steps += chanceOf(marks.steps) / questions.length;
        direct += chanceOf(marks.direct) / questions.length;
      }
      setTried((all) => [...all, { phrase, steps, direct }]);
    };
    void tryIt();
    return () => {
      isOver = true;
    };
  }, [store, questions, phrase, isReady, isKnown]);
  return { tried, failure };
}
