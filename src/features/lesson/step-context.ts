import { createContext, type RefObject, useContext } from "react";
import type { LessonFigures } from "../../claims/figures";
import type { Lesson, LessonStep, Measured } from "../../lessons/lesson";
import type { RaceSpec } from "../../training/race-spec";
import type { Guess } from "./guess";

/** live: one step with the engine beside it. plain: every step beneath the other with recorded pictures, for paper and for pages without scripts. */
export type LessonMode = "live" | "plain";

/** What the words and the figure of a step share. */
export interface StepState {
  readonly lesson: Lesson;
  readonly step: LessonStep;
  readonly mode: LessonMode;
  /** null until they are here, or where they could not be fetched. */
  readonly figures: LessonFigures | null;
  /** The race beside the text as it stands; null where the step has another figure. */
  readonly spec: RaceSpec | null;
  readonly guess: Guess | null;
  /** The learner guessed and the run has answered, or asked for the answer without a guess. */
  readonly isAnswered: boolean;
  readonly measured: Measured;
  /** Changes the race as a <Try> says, and starts it. */
  attempt(set: string): void;
  /** Puts a run of the lesson in place of the race, and starts it. */
  startRun(name: string): void;
  /** Notes the guess and starts the race. */
  lock(guess: Guess): void;
  /** Shows the answer without a guess. */
  reveal(): void;
  /** The guess as it is being made; null: not begun. */
  readonly sketch: Guess | null;
  /** Notes the guess as it stands, while it is being made. */
  draw(sketch: Guess): void;
}

/** What there is only where a step is live: how the race beside the words is driven. */
export interface LiveStep {
  readonly isOurs: boolean;
  readonly frame: RefObject<HTMLDivElement | null>;
  start(): void;
  /** Halts the race where it stands. */
  stop(): void;
  reset(): void;
  /** Forgets guess and answer and begins the race anew: the step can be guessed again. */
  again(): void;
  setSeen(seen: boolean): void;
}

export const StepContext = createContext<StepState | null>(null);
export const LiveStepContext = createContext<LiveStep | null>(null);

/** The step around a component. Throws outside of one. */
export function useStep(): StepState {
  const state = useContext(StepContext);
  if (!state) throw new Error("only inside a <Step>");
  return state;
}

/** The live step around a component. Throws outside of one. */
export function useLiveStep(): LiveStep {
  const live = useContext(LiveStepContext);
  if (!live) throw new Error("only inside a <StepProvider>");
  return live;
}
