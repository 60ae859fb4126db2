import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import type { RaceSpec } from "../training/race-spec";
import type { PictureTrials } from "./picture-of-run";
import type { GroupMeasure, Measure, MeasureOf, measuresOf } from "./run";
import type { SearchSpec } from "./search-of-run";

/** A measure over the seeds: sample standard deviation, 0 where every seed gives the same. */
export interface Figure {
  readonly mean: number;
  readonly sd: number;
}

/**
 * What differs from seed to seed. tuning: batches and the start of the variables. sampling: questions, demonstrations and
 * sampled answers of a frozen base. pretraining: the base itself.
 */
export const seedKinds = ["tuning", "sampling", "pretraining"] as const;
export type SeedKind = (typeof seedKinds)[number];

interface FiguresOf<K extends keyof typeof measuresOf, Spec> {
  /** What was run, everything filled in, with the first seed: a run whose spec is another now is stale. */
  readonly spec: Spec;
  readonly seeds: readonly number[];
  /** By default: tuning. */
  readonly seedOf?: SeedKind;
  /** When, as "2026-11-25", and on which backend. */
  readonly made: { readonly date: string; readonly backend: string };
  readonly measures: Readonly<Record<MeasureOf<K>, Figure>>;
  /** Parameters of the base. */
  readonly total: number;
}

/** What was measured of a lane. A figure of a run that diverged is NaN, and null in the file. */
export interface RaceFigures extends FiguresOf<"race", RaceSpec> {
  readonly measures: FiguresOf<"race", RaceSpec>["measures"] &
    Readonly<Partial<Record<GroupMeasure, Figure>>>;
  readonly kind?: "race";
  /** The curve of the first seed, over as many held-out items as a race in the page uses. It is shown until the live run is ready, and the live curve must equal it. */
  readonly curve: readonly { readonly step: number; readonly heldOutLoss: number; readonly score: number }[];
}

/** What was measured of a frozen base under one variant. */
export interface PromptFigures extends FiguresOf<"prompt", PromptSpec> {
  readonly kind: "prompt";
  /** Questions asked with each seed. */
  readonly questions: number;
  /** The accuracy of each seed, in their order. */
  readonly accuracies: readonly number[];
  /** The first question of the first seed, written out. */
  readonly prompt: string;
}

/** What was measured of searches for a prompt. */
export interface SearchFigures extends FiguresOf<"search", SearchSpec> {
  readonly kind: "search";
}

/** What was measured of a lane that learns from clicks. */
export interface PolicyFigures extends FiguresOf<"policy", RaceSpec> {
  readonly kind: "policy";
  /** What the first seed measured on its way, as in `measuresOf`. */
  readonly curve: readonly {
    readonly step: number;
    readonly reward: number;
    readonly gold: number;
    readonly kl: number;
  }[];
}

/** What was measured of a method that tunes the base that draws. */
export interface PictureFigures extends FiguresOf<"picture", PictureTrials> {
  readonly kind: "picture";
  /** What the first seed measured on its way, on some of the asks; empty where nothing is trained. */
  readonly curve: readonly {
    readonly step: number;
    readonly match: number;
    readonly attributes: number;
    readonly iou: number;
    readonly both: number;
  }[];
}

export type RunFigures = RaceFigures | PromptFigures | SearchFigures | PolicyFigures | PictureFigures;

/** public/runs/claims/<lesson>.json, made by `npm run claims`. */
export interface LessonFigures {
  readonly lesson: string;
  readonly runs: Readonly<Record<string, RunFigures>>;
}

/** A measured figure of a run; undefined where the run was not measured, or its kind has no such measure. */
export function figureOf(figures: LessonFigures | null, run: string, of: Measure): Figure | undefined {
  const measures: Readonly<Partial<Record<Measure, Figure>>> = figures?.runs[run]?.measures ?? {};
  return measures[of];
}

/** Whether figures are those of a lane. */
export function isRaceFigures(figures: RunFigures): figures is RaceFigures {
  return figures.kind === undefined || figures.kind === "race";
}

/** The figures of a run that is a lane; undefined if there are none, or if the run is of another kind. */
export function raceFigures(figures: LessonFigures | null, run: string): RaceFigures | undefined {
  const found = figures?.runs[run];
  return found && isRaceFigures(found) ? found : undefined;
}

/** The figures of a run that is a variant of the prompt; undefined if there are none, or if the run is of another kind. */
export function promptFigures(figures: LessonFigures | null, run: string): PromptFigures | undefined {
  const found = figures?.runs[run];
  return found?.kind === "prompt" ? found : undefined;
}

/** The accuracy of a prompt run with one of its seeds; undefined where it was not measured with that seed. */
export function accuracyOfSeed(figures: LessonFigures | null, run: string, seed: number): number | undefined {
  const found = promptFigures(figures, run);
  return found?.accuracies[found.seeds.indexOf(seed)];
}

/** The figures of a run that learns from clicks; undefined if there are none, or if the run is of another kind. */
export function policyFigures(figures: LessonFigures | null, run: string): PolicyFigures | undefined {
  const found = figures?.runs[run];
  return found?.kind === "policy" ? found : undefined;
}

/** The figures of a run that draws; undefined if there are none, or if the run is of another kind. */
export function pictureFigures(figures: LessonFigures | null, run: string): PictureFigures | undefined {
  const found = figures?.runs[run];
  return found?.kind === "picture" ? found : undefined;
}
