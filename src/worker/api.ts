import type { BaseCard } from "../bases/base";
import type { BackendName, Hardware } from "../engine/engine";
import type { DrawRequest, DrawResult } from "../experiments/picture/draw-request";
import type { PictureEvent, PictureInfo } from "../experiments/picture/picture-progress";
import type { PictureState } from "../experiments/picture/picture-running";
import type { PictureSpec } from "../experiments/picture/picture-spec";
import type { PromptFinding, PromptLook } from "../experiments/prompt/look";
import type { PromptError } from "../experiments/prompt/prompt-error";
import type { PromptEvent, PromptInfo } from "../experiments/prompt/prompt-progress";
import type { PromptState } from "../experiments/prompt/prompt-running";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import type { Reason } from "../methods/method";
import type { LaneFinding, LaneQuestion } from "../training/examine";
import type { ObjectiveReason } from "../training/objective-misfit";
import type { ObjectiveId } from "../training/objectives/ids";
import type { StopReason } from "../training/objectives/objective";
import type { RaceSnapshot } from "../training/race";
import type { LaneSpec, RaceSpec } from "../training/race-spec";
import type { SpeedReport } from "../training/speed";

export type { BackendName };

/** The backend of a race, and why it was chosen or another rejected: i18n keys below `backend.reasons`. */
export interface BackendChoice {
  readonly name: BackendName;
  readonly hardware: Hardware;
  readonly reason:
    | "asked-for"
    | "fastest"
    | "no-webgpu"
    | "software-adapter"
    | "wasm-faster"
    | "self-test-failed"
    | "lost";
  /** Workers that share the lanes of the race. */
  readonly workers: number;
  /** false when the fused kernels failed their self-test and the plain ones run. */
  readonly fused: boolean;
}

/** What a step of a method costs, and where that was measured. */
export interface MeasuredSpeed {
  readonly speed: SpeedReport;
  readonly backend: BackendChoice;
}

/** A probe of what the base knew before. */
export interface ProbeResult {
  readonly id: string;
  readonly loss: number;
  /** Share of wholly right answers, 0 to 1. */
  readonly exact: number;
}

/** A question of the held-out set with the answer now. */
export interface WorkedExample {
  readonly input: string;
  readonly expected: string;
  readonly answer: string;
  /** 0 to 1; 1 is right. */
  readonly score: number;
}

export interface Evaluation {
  readonly step: number;
  readonly heldOutLoss: number;
  /** 0 to 1. */
  readonly score: number;
  /** How many held-out questions loss and score are of; left out where they are of the lane's objective. */
  readonly of?: number;
  /** The series of the lane's objective on held-out data, where it has any. */
  readonly series?: Readonly<Record<string, number>>;
  /** Loss and score are of the lane's objective (a reward model), not of the task, which it cannot answer. */
  readonly isOfObjective?: true;
  /** Empty except in detailed evaluations: at step 0, every few evaluations, when paused and at the end. */
  readonly examples: readonly WorkedExample[];
  readonly probes: readonly ProbeResult[];
}

export interface LaneState {
  readonly status: "ready" | "running" | "done" | "stopped";
  /** The step after which the lane ended early; null where it has not. */
  readonly stoppedAt: number | null;
  /** Why: its loss was NaN or infinite, or its answers diverged too far from the base's. */
  readonly stopReason: StopReason | null;
  readonly trained: number;
  readonly kept: number;
  /** Values in the saved file: what is kept, the head, and what is needed beside them (indices, random projections). */
  readonly stored: number;
  /** Parameters of a new classification head, trained in every lane and counted apart; 0 for tasks answered in tokens. */
  readonly head: number;
}

/** What is known when a race is open, before its first step. */
export interface RaceInfo {
  readonly spec: RaceSpec;
  readonly backend: BackendChoice;
  readonly card: BaseCard | null;
  /** Parameters of the base. */
  readonly total: number;
  readonly classes: readonly string[];
  readonly lanes: readonly LaneState[];
  /** The base itself, before any tuning: held-out loss and score, probes, examples. */
  readonly base: Evaluation;
}

/** What is known when a prompt experiment is open, before its first question. */
export interface OpenedPrompt extends PromptInfo {
  readonly backend: BackendChoice;
}

/** The same of a picture experiment. */
export type OpenedPictures = PictureInfo & Pick<OpenedPrompt, "backend">;

/** A parked race: plain data, enough to continue it in any worker. */
export interface ParkedRace {
  /** With the rate changes made so far. */
  readonly spec: RaceSpec;
  readonly race: RaceSnapshot;
  readonly backend: BackendChoice;
  /** The most workers that may share its lanes. */
  readonly workers: number | null;
  /** It was running, and is to run again. */
  readonly wasPlaying: boolean;
}

/** The same of a prompt experiment. */
export interface ParkedPrompt {
  readonly prompt: PromptState;
  readonly backend: BackendChoice;
  readonly wasPlaying: boolean;
}

/** The same of a picture experiment. */
export type ParkedPictures = Omit<ParkedPrompt, "prompt"> & { readonly pictures: PictureState };

export type Parked = ParkedRace | ParkedPrompt | ParkedPictures;

/** Events of the loop that runs any kind of experiment. What a step is depends on the kind. */
export type LoopEvent =
  | { readonly kind: "loading"; readonly what: "engine" | "base"; readonly share: number }
  | { readonly kind: "pace"; readonly step: number; readonly stepsPerSecond: number }
  | { readonly kind: "phase"; readonly phase: "paused" | "running" | "done" }
  | { readonly kind: "failure"; readonly failure: TrainerFailure }
  | { readonly kind: "backend"; readonly backend: BackendChoice; readonly resumedAt: number };

/** Events of a race. Lanes are named by their position in the spec. */
export type RaceEvent =
  | {
      readonly kind: "losses";
      readonly lane: number;
      readonly steps: readonly number[];
      readonly losses: readonly number[];
      /** The series of the lane's objective at the same steps, where it has any. */
      readonly series?: Readonly<Record<string, readonly number[]>>;
    }
  | { readonly kind: "evaluation"; readonly lane: number; readonly evaluation: Evaluation }
  | { readonly kind: "lane"; readonly lane: number; readonly state: LaneState };

/** Events from the worker, sent in batches at most ten times a second. */
export type TrainerEvent = LoopEvent | RaceEvent | PromptEvent | PictureEvent;

/** One answer to a typed question. lane −1 is the base. */
export interface Answer {
  readonly lane: number;
  readonly text: string;
  /** The model's probability of its answer, 0 to 1: the product over tokens, or that of the class. */
  readonly confidence: number;
}

/** Errors sent from the worker as data: the page has words for each kind. */
export type TrainerFailure =
  | { readonly kind: "misfit"; readonly base: string; readonly task: string }
  | { readonly kind: "method"; readonly method: string; readonly reason: Reason }
  | { readonly kind: "objective"; readonly objective: ObjectiveId; readonly reason: ObjectiveReason }
  | { readonly kind: "checkpoint"; readonly base: string; readonly problem: "missing" | "hash" | "format" }
  | { readonly kind: "data"; readonly task: string; readonly problem: "missing" | "not-here" | "format" }
  | { readonly kind: "adapter"; readonly problem: "format" | "misfit"; readonly detail: string }
  | {
      readonly kind: "input";
      readonly problem: "empty" | "too-long" | "unknown-characters" | "not-a-number";
      readonly detail: string;
    }
  | {
      readonly kind: "option";
      readonly option: string;
      readonly problem: "unknown" | "not-a-number" | "out-of-range" | "not-a-choice" | "empty";
      /** What is allowed; for "not-a-number" the value that was given. */
      readonly limit: string;
    }
  | { readonly kind: "prompt"; readonly problem: PromptError["problem"]; readonly task: string }
  | { readonly kind: "too-large"; readonly needed: number; readonly limit: number }
  | { readonly kind: "engine"; readonly detail: string };

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: TrainerFailure };

/**
 * What the page may ask of the worker (through Comlink). All calls settle; none throws for bad input. When a GPU or
 * a worker of lanes is lost during a call, the race goes on from its last snapshot elsewhere, and the call is made again
 * there.
 */
export interface Trainer {
  /** Registers the one listener for events; what comes from now on goes to it. */
  listen(listener: (events: readonly TrainerEvent[]) => void): Promise<void>;
  /**
   * Loads base and task, makes the lanes, evaluates the start. Ends the race that was open. `backend` null: choose.
   * `workers`: most that may share the lanes; null: one less than there are processors. The value is null where another
   * race was asked for meanwhile.
   */
  open(
    spec: RaceSpec,
    backend: BackendName | null,
    workers?: number | null,
  ): Promise<Result<RaceInfo | null>>;
  /**
   * Loads base and task of a prompt experiment and draws its questions. Ends what was open. It starts again by being
   * opened again. The value is null where something else was asked for meanwhile.
   */
  openPrompt(spec: PromptSpec, backend: BackendName | null): Promise<Result<OpenedPrompt | null>>;
  /** Looks at one prompt with the base of the prompt experiment that is open: what comes next, what is read, what is written. */
  look(question: PromptLook): Promise<Result<PromptFinding>>;
  /** Loads the base that draws, and makes the lanes of a picture experiment. Ends what was open; else as `openPrompt`. */
  openPictures(spec: PictureSpec, backend: BackendName | null): Promise<Result<OpenedPictures | null>>;
  /** Draws with the base of the picture experiment that is open, and with its adapters or saved ones. */
  draw(request: DrawRequest): Promise<Result<DrawResult>>;
  /** Ends what is open and gives what is needed to go on with it; null where nothing is. */
  park(): Promise<Result<Parked | null>>;
  /** Opens a race as it was when it was parked, on the same backend if that can still be had. It plays on if it did. */
  resume(parked: Parked): Promise<Result<BackendChoice>>;
  play(): Promise<void>;
  pause(): Promise<void>;
  /** One step of every lane, then an evaluation. */
  step(): Promise<void>;
  /** Back to the same start. */
  reset(): Promise<Result<RaceInfo>>;
  /** Another rate from now on. The lane with the change at the step it was made; null when no race is open. */
  setLearningRate(lane: number, learningRate: number): Promise<LaneSpec | null>;
  /** Answers of the base (lane −1) and of every lane to a typed input. */
  ask(input: string): Promise<Result<readonly Answer[]>>;
  /** A closer look at a lane (−1: the base): merged or not, what its prompt is near to, how a matrix changed, the next token. */
  examine(lane: number, question: LaneQuestion): Promise<Result<LaneFinding>>;
  /** Takes steps of a method on a base and says what they cost. A race that runs is paused. */
  measure(base: string, method: string, backend: BackendName | null): Promise<Result<MeasuredSpeed>>;
  /** The adapter of a lane, of a race or of pictures, as a safetensors file. */
  save(lane: number): Promise<Result<Uint8Array>>;
  /** Puts a saved adapter into a lane made with the same method and options. */
  load(lane: number, file: Uint8Array): Promise<Result<Evaluation>>;
}
