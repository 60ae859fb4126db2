import type { LinkIssue } from "../experiments/link-parts";
import type { LaneFinding, LaneQuestion } from "../training/examine";
import type { RaceSpec } from "../training/race-spec";
import type { Answer, BackendName, Evaluation, MeasuredSpeed, Result, TrainerFailure } from "../worker/api";
import type { Choice } from "./draft";
import type { Progress } from "./race-events";

/** The learner's own question and what was answered last; `answers` stay while it is asked again. */
export interface Question {
  readonly input: string;
  readonly status: "none" | "asking" | "answered" | "failed";
  readonly answers: readonly Answer[];
  readonly step: number;
  readonly failure: TrainerFailure | null;
}

/** What the page sees of the race, and what it can do. */
export interface Race extends Progress {
  /** What the sentence says. The open race follows it. */
  readonly draft: RaceSpec;
  /** What had to change with the last choice, so that base and task fit. */
  readonly moved: Choice["moved"];
  readonly linkIssues: readonly LinkIssue[];
  /** The backend the open race was asked to be computed on; null: the engine chose. */
  readonly askedBackend: BackendName | null;
  /** Lanes whose adapter is taken off: they answer as the base. */
  readonly adaptersOff: readonly number[];
  readonly question: Question;
  /** Call when a page shows this race: keeps the trainer, and resumes the race if it was parked. Returns a function to call when the page is left. */
  attend(): () => void;
  configure(draft: RaceSpec): void;
  chooseBase(id: string): void;
  chooseTask(id: string): void;
  followLink(query: string): void;
  dismissLinkIssues(): void;
  open(): Promise<void>;
  play(): void;
  pause(): void;
  /** One step of every lane. */
  stepOnce(): void;
  reset(): Promise<void>;
  setLearningRate(lane: number, learningRate: number): void;
  ask(input: string): Promise<void>;
  /** Takes these lanes' adapters off and puts all others on. */
  takeAdaptersOff(lanes: readonly number[]): void;
  /** A closer look at a lane (−1: the base). Starts no worker; rejects when the one it asked dies. */
  examine(lane: number, question: LaneQuestion): Promise<Result<LaneFinding>>;
  saveAdapter(lane: number): Promise<Result<Uint8Array>>;
  loadAdapter(lane: number, file: Uint8Array): Promise<Result<Evaluation>>;
  /** What a step of a method costs on a base. Pauses a race that runs. */
  measure(base: string, method: string): Promise<Result<MeasuredSpeed>>;
}

/** Nothing asked yet. */
export const noQuestion: Question = { input: "", status: "none", answers: [], step: 0, failure: null };

/** The same question without its answers: they would be shown under the names of other lanes. */
export function unanswered({ input, status }: Question): Question {
  return { ...noQuestion, input, status: status === "none" ? "none" : "asking" };
}
