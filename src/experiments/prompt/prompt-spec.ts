import type { BaseId } from "../../bases/index";
import type { OptionSpecs, OptionValues } from "../../lib/options";
import type { TaskId } from "../../tasks/index";
import { procedureIds, type TaskRef } from "../../tasks/task";
import type { BaseWeights, ModelRef } from "../../training/race-spec";

/** A frozen model is asked many questions under some variants of the prompt: same spec, same backend, same answers. */
export interface PromptSpec {
  readonly base: BaseId;
  readonly from: BaseWeights;
  readonly task: TaskRef<TaskId>;
  /** One to sixteen; those for the same length are asked the same questions. */
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
  /** Whom it asks, where that is another base or snapshot than the experiment's: one of the same family. */
  readonly model?: ModelRef;
  readonly demonstrations: Demonstrations;
  /** Replaces the task's own tag or separator at the question; null: the task's own. */
  readonly trigger: string | null;
  /** prompt: one text is continued. The others are the task's own ways, which write their own signs. */
  readonly procedure: (typeof procedures)[number];
  /** Only questions of this length (steps of a chain); 0: of any. */
  readonly length: number;
  /**
   * Which answer counts. right: the true one. implied: the one that follows from what the prompt says, true or not. Where
   * letters stand for the labels there is only the implied one.
   */
  readonly expected: (typeof expectations)[number];
  readonly decode: Decoding;
}

/** Solved items of the training split in front of the question, as in Min et al. 2022 (arXiv 2202.12837). */
export interface Demonstrations {
  readonly count: number;
  /**
   * gold: the right answers. random: one of the label set, or of a task with too many answers that of another item.
   * flipped: each label becomes the next one of the set. letters, words: a random one replaces each label, the same one in
   * the whole prompt. absent: none.
   */
  readonly labels: (typeof labelings)[number];
  /** same: items of the task. foreign: inputs that could not be of the task, under the answers of items. absent: none. */
  readonly inputs: (typeof inputKinds)[number];
  /** Percent of the demonstrations whose label is the next one of the set instead: exactly so many, chosen at random. */
  readonly wrong: number;
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

export const labelings = ["gold", "random", "flipped", "absent", "letters", "words"] as const;
export const inputKinds = ["same", "foreign", "absent"] as const;
export const procedures = ["prompt", ...procedureIds] as const;
export const expectations = ["right", "implied"] as const;

export const promptLimits = {
  variants: { min: 1, max: 16 },
  items: { min: 1, max: 2000 },
  seed: { min: 0, max: 999_999 },
  /** Characters. */
  trigger: { max: 80 },
  name: { max: 60 },
} as const;

/** The settings of a variant with their limits, as links and the command line name them; without name, model and trigger. */
export const variantOptions = {
  demonstrations: { kind: "integer", default: 0, min: 0, max: 64 },
  labels: { kind: "choice", default: "gold", choices: labelings },
  inputs: { kind: "choice", default: "same", choices: inputKinds },
  wrong: { kind: "integer", default: 0, min: 0, max: 100 },
  procedure: { kind: "choice", default: "prompt", choices: procedures },
  length: { kind: "integer", default: 0, min: 0, max: 64 },
  expected: { kind: "choice", default: "right", choices: expectations },
  temperature: { kind: "number", default: 0, min: 0, max: 5 },
  topK: { kind: "integer", default: 0, min: 0, max: 10_000 },
  samples: { kind: "integer", default: 1, min: 1, max: 40 },
  vote: { kind: "switch", default: false },
} as const satisfies OptionSpecs;

export type VariantOptions = OptionValues<typeof variantOptions>;

/** A variant's settings, named as in `variantOptions`. */
export function optionsOf(variant: PromptVariant): VariantOptions {
  const { demonstrations, procedure, length, expected, decode } = variant;
  const { count, ...shown } = demonstrations;
  return { demonstrations: count, ...shown, procedure, length, expected, ...decode };
}

/** What a variant has beside its settings. */
export type VariantExtras = Pick<PromptVariant, "name" | "model" | "trigger">;

/** The variant with these settings. */
export function variantOf(options: VariantOptions, { name, model, trigger }: VariantExtras): PromptVariant {
  const { demonstrations: count, labels, inputs, wrong, procedure, length, expected, ...decode } = options;
  return {
    ...(name !== undefined && { name }),
    ...(model && { model }),
    demonstrations: { count, labels, inputs, wrong },
    trigger,
    procedure,
    length,
    expected,
    decode,
  };
}
