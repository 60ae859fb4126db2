import type { BackendChoice, LoopEvent, TrainerFailure } from "../worker/api";

export type Phase = "idle" | "loading" | "paused" | "running" | "done" | "failed";

/** The progress of any kind of experiment. */
export interface LoopProgress {
  readonly phase: Phase;
  /** Why the phase is "failed". */
  readonly failure: TrainerFailure | null;
  readonly loading: { readonly what: "engine" | "base"; readonly share: number };
  readonly backend: BackendChoice | null;
  /** The step it went on from after a backend was lost. */
  readonly resumedAt: number | null;
  readonly step: number;
  readonly stepsPerSecond: number;
}

/** Nothing known yet. */
export function emptyLoop(phase: Phase): LoopProgress {
  return {
    phase,
    failure: null,
    loading: { what: "engine", share: 0 },
    backend: null,
    resumedAt: null,
    step: 0,
    stepsPerSecond: 0,
  };
}

/** Progress after an event of the loop. Pure. */
export function applyLoop<P extends LoopProgress>(progress: P, event: LoopEvent): P {
  switch (event.kind) {
    case "loading":
      return { ...progress, loading: { what: event.what, share: event.share } };
    case "pace":
      return { ...withStep(progress, event.step), stepsPerSecond: event.stepsPerSecond };
    case "phase":
      // What failed stays so until it is opened again, or goes on elsewhere.
      return progress.phase === "failed" ? progress : { ...progress, phase: event.phase };
    case "failure":
      return { ...progress, phase: "failed", failure: event.failure };
    case "backend": {
      const { backend, resumedAt } = event;
      // A failure that was reported before it was clear that the backend is gone is over.
      const recovered = progress.phase === "failed" ? { phase: "paused" as const, failure: null } : {};
      return { ...progress, ...recovered, backend, resumedAt, step: resumedAt };
    }
    default:
      throw new Error(`unhandled event: ${JSON.stringify(event satisfies never)}`);
  }
}

/** Progress with a later step; an earlier one changes nothing. */
export function withStep<P extends LoopProgress>(progress: P, step: number): P {
  return step > progress.step ? { ...progress, step } : progress;
}
