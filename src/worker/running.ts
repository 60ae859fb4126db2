import type { BackendChoice } from "./api";

/** How much a report tells: what has come up since the last one; how everything does now; that with examples. */
export type ReportDetail = "new" | "brief" | "full";

/**
 * An experiment under way on one backend: what the loop of `Runner` drives. It sends its own events to the page.
 * `State` is plain data: enough to make the experiment again, here or on another backend.
 */
export interface Running<Info, State> {
  readonly backend: BackendChoice;
  /** Steps taken so far. */
  readonly step: number;
  readonly isFinished: boolean;
  /** To begin again. */
  readonly start: State;
  /** The last state to go on from when the backend is lost; the start where none was noted. */
  readonly saved: State;
  /** What is known before the first step. */
  info(): Promise<Info>;
  /** Takes one step, and reports on it where the experiment's own schedule asks for it. */
  advance(): Promise<void>;
  report(detail: ReportDetail): Promise<void>;
  /** Reads back the state between two steps. */
  snapshot(): Promise<State>;
  /** Frees everything. What is still under way sends no more events. */
  dispose(): void;
}
