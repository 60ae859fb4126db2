import type { BaseId } from "../bases/index";
import type { PictureLane } from "../experiments/picture/picture-spec";
import type { PromptVariant, VariantOptions } from "../experiments/prompt/prompt-spec";
import type { SearchPlan } from "../experiments/prompt/search-rounds";
import type { AnyOptions } from "../lib/options";
import type { MethodId } from "../methods/index";
import type { Style } from "../tasks/creatures/paint";
import type { TaskId } from "../tasks/index";
import type { PreferenceSpec } from "../training/preferences/preference-spec";
import type { BaseWeights, ObjectiveSpec } from "../training/race-spec";

/** What all kinds of runs have. Fields that are left out take their defaults. */
interface AnyRun {
  readonly base: BaseId;
  readonly task: TaskId;
  /** Which weights of the base it starts from; by default the pretrained ones. */
  readonly from?: BaseWeights;
}

/** A lane trained over some seeds; by default with the method's options and usual rate, the task's batch and steps. */
export interface RaceRun extends AnyRun {
  readonly kind?: "race";
  /** Data that differ from the task's default: runs of one figure may differ in them. */
  readonly taskOptions?: AnyOptions;
  readonly method: MethodId;
  readonly options?: AnyOptions;
  readonly learningRate?: number;
  readonly batch?: number;
  readonly steps?: number;
}

/** A frozen base asked under one variant of the prompt over some seeds; by default a plain question, answered greedily. */
export interface PromptRun extends AnyRun {
  readonly kind: "prompt";
  readonly taskOptions?: AnyOptions;
  readonly variant?: Partial<VariantOptions & Pick<PromptVariant, "trigger">>;
  /** Questions asked; by default 200. */
  readonly items?: number;
}

/** Searches for a prompt over some seeds, one for each value of a task's option. */
export interface SearchRun extends AnyRun {
  readonly kind: "search";
  readonly over?: { readonly option: string; readonly values: readonly string[] };
  /** Pairs that the search knows; by default 5. */
  readonly pairs?: number;
  /** Steps of the questions, where they have several lengths. */
  readonly length?: number;
  readonly plan?: SearchPlan;
}
/** A lane that learns from the choices of a simulated reader, over some seeds: each has other clicks too. */
export interface PolicyRun extends AnyRun {
  readonly kind: "policy";
  readonly taskOptions?: AnyOptions;
  readonly method: MethodId;
  readonly objective: ObjectiveSpec;
  readonly preferences: PreferenceSpec;
  readonly learningRate: number;
  readonly batch?: number;
  readonly steps?: number;
}

/** A method that tunes the base that draws, over some seeds: each has other pictures, and photos of other creatures. */
export interface PictureRun {
  readonly kind: "picture";
  readonly teach: "word" | "outlines" | "style";
  readonly from?: "pretrained" | "untrained";
  /** Left out: the base alone. */
  readonly lane?: PictureLane;
  readonly steps?: number;
  /** Photos of the creature that a new word means; by default 4. */
  readonly photos?: number;
  /** The style to learn; by default shade. */
  readonly styles?: readonly Style[];
  /** The new word is part of every prompt, so that a method can put the style there. */
  readonly withWord?: boolean;
  /** At which strength the adapter is on when its pictures are measured; by default 1. */
  readonly strength?: number;
  /** A second adapter for this style is trained in the same way, and both are on. */
  readonly mixedWith?: readonly Style[];
}

/**
 * What a figure is measured on: a race of one lane (where no kind is given), a prompt experiment of one variant,
 * searches for a prompt, a lane that learns from clicks, or one that draws.
 */
export type Run = RaceRun | PromptRun | SearchRun | PolicyRun | PictureRun;

/** The kind of a run. */
export type KindOf<R extends Run> = R extends {
  readonly kind: infer K extends "prompt" | "search" | "policy" | "picture";
}
  ? K
  : "race";

/** Whether a run trains a lane. */
export function isRaceRun(run: Run): run is RaceRun {
  return run.kind === undefined || run.kind === "race";
}

/**
 * What a run is asked for, by its kind. Losses in nats a token, scores and shares 0 to 1.
 * Of a race: score, heldOutLoss: of the held-out items at the end. firstLoss: the same before the first step.
 * known, knownBefore: mean share of right answers to the probes of what the base could do, after and before.
 * Of tasks with several kinds of questions also newWording and onTrained: held-out tasks in words put differently, and the
 * trained tasks. Of soft prompts nearestIsOwn: the share of seeds in which the nearest token calls the very task;
 * othersCalled, othersInstructed: right answers to other tasks when their op-code, or their instruction, is written.
 * trained, kept: parameters, including those of a new classification head. share: trained as a share of the base.
 * Of prompts: accuracy: the share of questions answered right. low, high: its 95 % band over the questions of one seed.
 * Of searches: accuracies on fresh questions, means over the tasks. human: of the trigger a person would write.
 * firstGuess: of the model's likeliest. bestProposal, searched: of the best before and after the rounds. randomSearch: of the
 * best of as many random triggers as were scored at most. candidates: how many were scored.
 * chance: the share right of guessing. tokens: written for a question, in the mean over all questions.
 * Of policies: reward, gold: what the reward model gives the sentences written at the end, and how much the reader really
 * likes them, both in standard deviations above the base's sentences. kl: their divergence from the base in nats. variety:
 * the share that differ from each other. whole: the share that are sentences. pairs: the share of pairs, not learned from,
 * that the reward model orders as the reader would.
 * Of pictures, as in PictureScores: match, attributes, place, iou, style, both, rms. place: where an outline is, or that of one
 * of the photos. known: match of creatures that are described in words, without photos or outlines. trained: parameters.
 */
export const measuresOf = {
  race: ["score", "heldOutLoss", "firstLoss", "known", "knownBefore", "trained", "kept", "share"],
  /** Of some races only. */
  groups: ["newWording", "onTrained", "nearestIsOwn", "othersCalled", "othersInstructed"],
  prompt: ["accuracy", "low", "high", "chance", "tokens"],
  search: ["human", "firstGuess", "bestProposal", "searched", "randomSearch", "candidates"],
  policy: ["reward", "gold", "kl", "variety", "whole", "pairs"],
  picture: ["match", "attributes", "place", "iou", "style", "both", "rms", "known", "trained"],
} as const;

export type MeasureOf<K extends keyof typeof measuresOf> = (typeof measuresOf)[K][number];
export type GroupMeasure = MeasureOf<"groups">;
export type RaceMeasure = MeasureOf<"race"> | GroupMeasure;
export type PromptMeasure = MeasureOf<"prompt">;
export type SearchMeasure = MeasureOf<"search">;
export type PolicyMeasure = MeasureOf<"policy">;
export type PictureMeasure = MeasureOf<"picture">;
export type Measure = RaceMeasure | PromptMeasure | SearchMeasure | PolicyMeasure | PictureMeasure;

/** The measures that terms of claims may ask of a kind. */
type TermMeasures = {
  readonly race: RaceMeasure;
  readonly prompt: PromptMeasure;
  readonly search: SearchMeasure;
  readonly policy: PolicyMeasure;
  readonly picture: PictureMeasure;
};
export type TermMeasure<K extends keyof TermMeasures> = TermMeasures[K];

/** Whether a run of this kind can be asked for a measure. */
export function isMeasureOf<K extends keyof TermMeasures>(
  kind: K,
  measure: string,
): measure is TermMeasures[K] {
  const measures: readonly string[] = measuresOf[kind];
  const ofGroups: readonly string[] = measuresOf.groups;
  return measures.includes(measure) || (kind === "race" && ofGroups.includes(measure));
}
