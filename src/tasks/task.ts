import type { AnyOptions, OptionSpecs, OptionValues } from "../lib/options";
import type { Random } from "../lib/random";
import type { Layout } from "../model/config";
import type { Tokenizer } from "../model/tokenizer";
import type { SentenceLanguage } from "./sentences/sentence-language";

/** One sequence for training. Weights of 0 mask the prompt out of the loss. */
export interface Example {
  /** Token ids, padded with 0 to the context length. */
  readonly tokens: Int32Array;
  /** What the encoder of an encoder-decoder reads, padded like the tokens; other models have none. */
  readonly source?: Int32Array;
  /** What each position should predict (decoder: the next token; classification: one class). */
  readonly targets: Int32Array;
  /** How much the loss at each position counts; 0: not at all. Same length as targets: T, or 1 for classification. */
  readonly weights: Float32Array;
}

/** One question and its answer, as the learner reads it. */
export interface Item {
  readonly input: string;
  readonly answer: string;
  /** How many steps it takes, where the task has questions of several lengths. */
  readonly length?: number;
}

export type Split = "train" | "heldOut";

/** Reads a data file of the project: fetch in the page, the file system in Node. */
export type ReadText = (path: string) => Promise<string>;

/** An input that cannot be asked; `problem` is the i18n key of what to say. */
export class InputError extends Error {
  override name = "InputError";
  constructor(
    readonly problem: "empty" | "too-long" | "unknown-characters" | "not-a-number",
    readonly detail: string,
  ) {
    super(`${problem.replaceAll("-", " ")}: ${detail}`);
  }
}

/** What a prompt is made of: solved items in front of a question. */
export interface PromptParts {
  /** In this order. If an answer is empty, only the input is written. */
  readonly demonstrations: readonly Item[];
  readonly question: string;
  /** Replaces the task's own tag or separator at the question; null: the task's own. */
  readonly trigger: string | null;
}

/** Ways from a question to its answer that need more than one plain prompt. */
export const procedureIds = ["filler", "wrong-step", "split", "split-given"] as const;
export type ProcedureId = (typeof procedureIds)[number];

/** The first text of a procedure, to be continued, and the answer that follows when it is taken at its word. */
export interface Opening {
  readonly text: string;
  readonly implied: string;
}

/** A way from a question to its answer: texts that the model continues, one after the other. */
export interface Procedure {
  /** null where this question cannot be asked like that. */
  open(item: Item, random: Random): Opening | null;
  /** The next text, given what was written after those before it; null when there is none, or what was written is no use. */
  next(item: Item, written: readonly string[]): string | null;
  /** The answer read off what was written after all texts; "" where there is none. */
  read(written: readonly string[]): string;
}

/** Questions that are scored by themselves: one kind of question of a task that has several. */
export interface Group {
  readonly id: string;
  readonly items: readonly Item[];
}

/** The words that triggers are made of, for a search. */
export interface PromptWords {
  readonly words: readonly string[];
  /** Fewest and most words of a trigger. */
  readonly length: { readonly min: number; readonly max: number };
  /** The trigger that a person who knows the task would write first. */
  readonly plain: string;
  /** Words that say the same, this one among them. */
  synonyms(word: string): readonly string[];
  /** The prompt after which a model that can do so writes a trigger that leads from this input to its answer. */
  propose?(shown: Item): Int32Array;
}

/** A task with its data in memory. */
export interface LoadedTask {
  readonly tokenizer: Tokenizer;
  /** Token positions an example may use. */
  readonly context: number;
  /** Token id that ends an answer and is not part of it; −1 for classification. */
  readonly end: number;
  /** Class names of a classification task; empty for tasks answered in tokens. */
  readonly classes: readonly string[];
  /** Items of a split. Generated tasks have a fixed list too, so that held-out items are never trained on. */
  items(split: Split): readonly Item[];
  /** A random item of a split. */
  draw(split: Split, random: Random): Item;
  /** The item as the model sees it. */
  encode(item: Item): Example;
  /** The tokens to continue (decoder) or to read (encoder) for a typed input. Throws InputError. */
  prompt(input: string): Int32Array;
  /** What the decoder of an encoder-decoder continues; the prompt is read by its encoder. */
  readonly opening?: Int32Array;
  /**
   * The tokens of a prompt to be continued. Only for tasks that a base can be asked without training. Throws InputError,
   * also where no position is left for an answer.
   */
  compose?(parts: PromptParts): Int32Array;
  /** An input that could not be one of this task, as long as the one given. */
  foreignInput?(input: string, random: Random): string;
  /** A training item to be shown in front of this question; where left out, any. */
  drawBeside?(question: Item, random: Random): Item;
  /** The labels that an item with this answer could have had; where left out, the few answers of the whole task. */
  labelsBeside?(answer: string): readonly string[];
  /** Tokens that may stand for labels: letters were labels in pretraining, words never were. */
  readonly otherLabels?: { readonly letters: readonly string[]; readonly words: readonly string[] };
  /** The language of a task whose answers are sentences that readers judge. */
  readonly sentences?: SentenceLanguage;
  /** Ways to ask beside the plain prompt. */
  readonly procedures?: Readonly<Record<ProcedureId, Procedure>>;
  /** The answer within what was written after a prompt; where left out, all of it. */
  read?(written: string): string;
  /** Kinds of questions that can be scored apart from the held-out ones. */
  readonly groups?: readonly Group[];
  /** The token that calls this very task in pretraining, where there is one. */
  readonly calledBy?: string;
  /** How a prompt for this task can be searched for, where its triggers are made of words. */
  readonly search?: PromptWords;
  /** Most tokens that are written after a prompt; where left out, as many as there is room for. */
  readonly most?: number;
  /** The share of right answers that guessing gets; where left out, that of always giving the commonest answer. */
  readonly chance?: number;
  /** How right an answer is, 0 to 1. */
  score(answer: string, item: Item): number;
}

/** Bases of one family share their tokens and their pretraining data; a task is asked of the bases of its family. */
export type Family = "toolbox" | "tang" | "phrases" | "reader" | "strings" | "sentences";

/** A task by its id, with values for its options where they differ from the defaults. */
export interface TaskRef<Id extends string = string> {
  readonly id: Id;
  readonly options?: AnyOptions;
}

/** What the data of some tasks depend on beside their options. */
export interface TaskSetting {
  /** The kind of model that is asked. */
  readonly model: Layout["kind"];
  /** The seed of the run, for tasks that say `seeded`. */
  readonly seed: number;
}

/** A task: data, examples, score. One file each, one list (index.ts). Free of TensorFlow.js. */
export interface Task<S extends OptionSpecs = OptionSpecs, Id extends string = string> {
  readonly id: Id;
  readonly family: Family;
  /** What can be varied about its data: how many demonstrations, how many wordings. */
  readonly options: S;
  /** Default race: batch, steps. */
  readonly batch: number;
  readonly steps: number;
  /** exact: score is "the whole answer is right", read off one forward pass; otherwise answers are generated and scored. */
  readonly exact: boolean;
  /** Three examples to show before any data is loaded. */
  readonly samples: readonly [Item, Item, Item];
  /** The seed of a run decides which data it has, not only their order. */
  readonly seeded?: true;
  load(read: ReadText, options: OptionValues<S>, setting?: TaskSetting): Promise<LoadedTask>;
}

/** Lets a task file keep the types of its own id and options. */
export function defineTask<const Id extends string, const S extends OptionSpecs>(
  task: Task<S, Id>,
): Task<S, Id> {
  return task;
}
