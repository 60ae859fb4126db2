import type { TrainerEvent } from "../worker/api";

/**
 * Where the store and the trainer are with each other. Each start is a new session: answers and events of an earlier one
 * say nothing about the race that is open now.
 */
export type Session =
  /** Nothing was asked for yet. */
  | { readonly kind: "closed" }
  | Opening
  | Open
  /** The trainer died, or could not open the race. */
  | { readonly kind: "failed" };

/** A changed or restarted race is being opened. Events may still be those of the former one. */
export interface Opening {
  readonly kind: "opening";
  /** Until the trainer is asked: of many quick changes only the last is opened. */
  readonly timer: ReturnType<typeof setTimeout> | undefined;
  /** First evaluations that come before the answer. */
  readonly firstEvaluations: TrainerEvent[];
  /** Lanes whose rate was changed since the trainer was asked. */
  readonly changedRates: Set<number>;
  /** It was running when it was changed, and will run again as soon as it is open. */
  playWhenOpen: boolean;
}

export interface Open {
  readonly kind: "open";
  /** Play, pause and step, one after the other: the events of a pause must not come after those of the next play. */
  commands: Promise<void>;
  /** When the learner's question was asked last, milliseconds. */
  askedAt: number;
}

/**
 * Notes first evaluations that come before the answer. While the trainer has not been asked yet, they are of the former
 * race, and so are those that come before it starts to load.
 */
export function noteFirst({ timer, firstEvaluations }: Opening, events: readonly TrainerEvent[]): void {
  for (const event of timer ? [] : events) {
    if (event.kind === "loading") firstEvaluations.length = 0;
    if (event.kind === "evaluation" && event.evaluation.step === 0) firstEvaluations.push(event);
  }
}

/** The next opening after a session: what the learner wants of the race is carried on. */
export function opening(
  former: Session,
  { timer, playWhenOpen }: Partial<Pick<Opening, "timer" | "playWhenOpen">> = {},
): Opening {
  const before = former.kind === "opening" ? former : null;
  clearTimeout(before?.timer);
  return {
    kind: "opening",
    timer,
    firstEvaluations: [],
    changedRates: new Set(before?.changedRates),
    playWhenOpen: playWhenOpen ?? before?.playWhenOpen ?? false,
  };
}
