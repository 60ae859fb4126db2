import type { Part } from "./part";

/** What a model is asked for, as HF PEFT names it; IMAGE_CLS stands for image classifiers, which PEFT has no name for. */
export const tasks = [
  "CAUSAL_LM",
  "SEQ_2_SEQ_LM",
  "SEQ_CLS",
  "TOKEN_CLS",
  "QUESTION_ANS",
  "FEATURE_EXTRACTION",
  "IMAGE_CLS",
] as const;
export type Task = (typeof tasks)[number];

/** How a model changes for a task: which parts go, and the fresh head that comes. */
export interface TaskHead {
  /** Beginnings of the names of parts that this task does without. */
  readonly without: readonly string[];
  readonly head: readonly Part[];
}

/** The shape of a published model: enough to count what any tuning method trains in it. */
export interface Architecture {
  /** Its id on the HF hub without the owner. */
  readonly id: string;
  readonly aliases: readonly string[];
  /** `model_type` in HF transformers; the default targets of HF PEFT go by it. */
  readonly family: string;
  /** Width of the residual stream. */
  readonly width: number;
  /** Width of the middle of the feed-forward network. */
  readonly inner: number;
  /** Blocks of one stack: an encoder-decoder has as many again. */
  readonly layers: number;
  /** Blocks in all stacks. */
  readonly blocks: number;
  /** Width of all keys (or values) of a block: fewer than `width` with grouped queries. */
  readonly keyWidth: number;
  readonly isEncoderDecoder: boolean;
  /** Sets of soft prompts: HF PEFT makes two for an encoder-decoder, the paper's own models have one. */
  readonly promptSets: number;
  readonly parts: readonly Part[];
  /** The change for a task, or null where the model has no such head. */
  head(task: Task, labels: number): TaskHead | null;
}
