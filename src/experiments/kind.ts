import type * as z from "zod/mini";
import type { BaseId } from "../bases/index";
import type { TaskId } from "../tasks/index";
import type { TaskRef } from "../tasks/task";
import type { StepSize } from "../training/memory";
import type { BaseWeights } from "../training/race-spec";

/** What must be loaded before an experiment can start, and what it asks of the memory. */
export interface Needs {
  readonly base: BaseId;
  readonly from: BaseWeights;
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

/** How much a report tells: what has come up since the last one; how everything does now; that with examples. */
export type ReportDetail = "new" | "brief" | "full";

/**
 * An experiment under way on one backend: what a loop drives. It sends its own events to whoever made it. `State` is plain
 * data: enough to make the experiment again, here or on another backend.
 */
export interface Running<Info, State> {
  /** Steps taken so far: units of work that are neither split nor repeated. */
  readonly step: number;
  readonly isFinished: boolean;
  /** To begin again. */
  readonly start: State;
  /** The last state to go on from when the backend is lost; the start where none was noted. */
  readonly saved: State;
  /** What is known before the first step. */
  info(): Promise<Info>;
  /** Takes one step: an update of every lane, a chunk of questions. Not to be called when finished. */
  advance(): Promise<void>;
  report(detail: ReportDetail): Promise<void>;
  /** The state between two steps. */
  snapshot(): Promise<State>;
  /** Frees everything. What is still under way sends no more events. */
  dispose(): void;
}
