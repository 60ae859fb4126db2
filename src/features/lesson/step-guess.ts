import { useMemo } from "react";
import { create } from "zustand";
import type { Guess } from "./guess";

/** How far a learner has come with the guess of a step. */
export interface StepGuess {
  /** The guess as it is being made; null: not begun. */
  readonly sketch: Guess | null;
  /** The guess as it was locked in; null: not yet. */
  readonly guess: Guess | null;
  /** The run has answered, or the learner asked for the answer without a guess. */
  readonly isAnswered: boolean;
}

const noGuess: StepGuess = { sketch: null, guess: null, isAnswered: false };

/**
 * By lesson and step, above the pages: a guess outlives a look at another step. It is not stored, so that the lesson
 * asks again when the page is opened anew.
 */
export const useGuesses = create<Readonly<Record<string, StepGuess>>>()(() => ({}));

/** The guess of one step, how to change a part of it, and how to forget it. */
export function useStepGuess(lesson: string, step: string) {
  const key = `${lesson}/${step}`;
  const guess = useGuesses((guesses) => guesses[key]) ?? noGuess;
  const actions = useMemo(
    () => ({
      change: (part: Partial<StepGuess>): void =>
        useGuesses.setState((guesses) => ({ [key]: { ...noGuess, ...guesses[key], ...part } })),
      forget: (): void => useGuesses.setState({ [key]: noGuess }),
    }),
    [key],
  );
  return { ...guess, ...actions };
}
