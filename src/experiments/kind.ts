import type * as z from "zod/mini";
import type { BaseId } from "../bases/index";
import type { TaskId } from "../tasks/index";
import type { TaskRef } from "../tasks/task";
import type { StepSize } from "../training/memory";
import type { BaseWeights, ModelRef } from "../training/race-spec";

/** What must be loaded before an experiment can start, and how much memory it takes. */
export interface Needs {
  readonly base: BaseId;
  readonly from: BaseWeights;
  /** Models that are asked beside it. */
  readonly others?: readonly ModelRef[];
  readonly task: TaskRef<TaskId>;
  /** What goes through a model in one step, of every model; and how many models are trained. */
  readonly memory: { readonly steps: readonly StepSize[]; readonly trained: number };
}

/**
 * A kind of experiment: what can be asked for, and what that needs. One folder each, one list (index.ts). Free of
 * TensorFlow.js; what runs it is `Running`.
 */
export interface ExperimentKind<K extends string, Spec> {
  readonly kind: K;
  /** Reads a spec from a file, a link's parts or storage. */
  readonly schema: z.ZodMiniType<Spec>;
  needs(spec: Spec): Needs;
}

/** How much a report tells: news since the last one; an evaluation of everything; the same with examples. */
export type ReportDetail = "new" | "brief" | "full";

/**
 * An experiment under way on one backend: what a loop drives. It sends its events to its maker. `State` is plain
 * data: enough to make the experiment again, here or on another backend.
 */
export interface Running<Info, State> {
  /** Steps taken so far: units of work that are neither split nor repeated. */
  readonly step: number;
  readonly isFinished: boolean;
  /** The state to start again from. */
  readonly start: State;
  /** The last saved state, to continue from when the backend is lost; the start if none was saved. */
  readonly saved: State;
  /** What is known before the first step. */
  info(): Promise<Info>;
  /** Takes one step: an update of every lane, a chunk of questions. Not to be called when finished. */
  advance(): Promise<void>;
  report(detail: ReportDetail): Promise<void>;
  /** The state between two steps. */
  snapshot(): Promise<State>;
  /** Frees everything. Work still in progress sends no more events. */
  dispose(): void;
}
