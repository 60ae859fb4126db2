import type { BaseId } from "../../bases/index";
import type { OptionSpecs, OptionValues } from "../../lib/options";
import type { TaskId } from "../../tasks/index";
import type { TaskRef } from "../../tasks/task";
import type { BaseWeights } from "../../training/race-spec";

/** A frozen model is asked many questions under some variants of the prompt: same spec, same backend, same answers. */
export interface PromptSpec {
  readonly base: BaseId;
  readonly from: BaseWeights;
  readonly task: TaskRef<TaskId>;
  /** One to twelve, all asked the same questions. */
  readonly variants: readonly PromptVariant[];
  /** Held-out questions to ask; fewer are asked where there are fewer, or where they leave no room for an answer. */
  readonly items: number;
  /** Chooses questions, demonstrations, changed labels and samples. */
  readonly seed: number;
}

/** One way to ask. */
export interface PromptVariant {
  /** A name that a person gave it. */
  readonly name?: string;
  readonly demonstrations: Demonstrations;
  /** Replaces the task's own tag or separator at the question; null: the task's own. */
  readonly trigger: string | null;
  readonly decode: Decoding;
}

/** Solved items of the training split in front of the question, as in Min et al. 2022 (arXiv 2202.12837). */
export interface Demonstrations {
  readonly count: number;
  /**
   * gold: the right answers. random: one of the label set, or of a task with too many answers that of another item.
   * flipped: each label becomes the next one of the set. absent: none.
   */
  readonly labels: (typeof labelings)[number];
  /** same: items of the task. foreign: inputs that could not be of the task, under the answers of items. */
  readonly inputs: (typeof inputKinds)[number];
}

/** How an answer is chosen among what the model may write. */
export interface Decoding {
  /** 0: always the likeliest token (greedy). */
  readonly temperature: number;
  /** Tokens that can be chosen at each position, the likeliest ones; 0: all. */
  readonly topK: number;
  /** Answers to each question. */
  readonly samples: number;
  /** The commonest answer counts (self-consistency, Wang et al. 2022, arXiv 2203.11171); else each counts as its share. */
  readonly vote: boolean;
}

export const labelings = ["gold", "random", "flipped", "absent"] as const;
export const inputKinds = ["same", "foreign"] as const;

export const promptLimits = {
  variants: { min: 1, max: 12 },
  items: { min: 1, max: 2000 },
  seed: { min: 0, max: 999_999 },
  /** Characters. */
  trigger: { max: 80 },
  name: { max: 60 },
} as const;

/** The settings of a variant with their limits, as links and the command line name them; without name and trigger. */
export const variantOptions = {
  demonstrations: { kind: "integer", default: 0, min: 0, max: 64 },
  labels: { kind: "choice", default: "gold", choices: labelings },
  inputs: { kind: "choice", default: "same", choices: inputKinds },
  temperature: { kind: "number", default: 0, min: 0, max: 5 },
  topK: { kind: "integer", default: 0, min: 0, max: 10_000 },
  samples: { kind: "integer", default: 1, min: 1, max: 40 },
  vote: { kind: "switch", default: false },
} as const satisfies OptionSpecs;

export type VariantOptions = OptionValues<typeof variantOptions>;

/** A variant's settings, named as in `variantOptions`. */
export function optionsOf({ demonstrations, decode }: PromptVariant): VariantOptions {
  const { count, ...shown } = demonstrations;
  return { demonstrations: count, ...shown, ...decode };
}

/** The variant with these settings. */
export function variantOf(
  { demonstrations: count, labels, inputs, ...decode }: VariantOptions,
  { name, trigger }: Pick<PromptVariant, "name" | "trigger">,
): PromptVariant {
  return { ...(name !== undefined && { name }), demonstrations: { count, labels, inputs }, trigger, decode };
}
