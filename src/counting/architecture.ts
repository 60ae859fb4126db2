import type { Note } from "./notes";
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

/** A model as it is loaded for a task: what was pretrained, and the fresh head. */
export interface LoadedModel {
  readonly body: readonly Part[];
  readonly head: readonly Part[];
}

/** What HF PEFT reads off a config to size soft prompts and prefixes. */
export interface PromptShape {
  /** Layers that a prefix is made for: those of the encoder where there are two stacks. */
  readonly layers: number;
  /** Width of a virtual token. */
  readonly width: number;
  /** Width of a key of a prefix. */
  readonly keyWidth: number;
  /** Settings that PEFT cannot read off this kind of config and asks for. */
  readonly asksFor?: readonly ("token_dim" | "num_attention_heads")[];
}

/** The shape of a model: enough to count what any tuning method trains in it. */
export interface ModelShape {
  /** `model_type` in HF transformers; the default targets of HF PEFT go by it. */
  readonly family: string;
  /** Width of the residual stream. */
  readonly width: number;
  /** Width of the middle of the feed-forward network. */
  readonly inner: number;
  /** Blocks of one stack, the encoder where there are two. */
  readonly layers: number;
  /** Blocks in all stacks. */
  readonly blocks: number;
  /** Width of all keys (or values) of a block: fewer than `width` with grouped queries. */
  readonly keyWidth: number;
  readonly prompts: PromptShape;
  readonly isEncoderDecoder: boolean;
  /** The model for a task (null: as it was pretrained), or null where it has no such head. */
  load(task: Task | null, labels: number): LoadedModel | null;
}

/** A model that can be counted. */
export interface Architecture extends ModelShape {
  /** Its id on the HF hub without the owner, or what the user's own is called. */
  readonly id: string;
  /** The fields of its config that shape it. */
  readonly config: Readonly<Record<string, unknown>>;
  /** What the shape leaves out. */
  readonly note?: Note;
}
