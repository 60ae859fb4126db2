import type { BaseId } from "../bases/index";
import type { AnyOptions } from "../lib/options";
import type { MethodId } from "../methods/index";
import type { TaskId } from "../tasks/index";
import type { BaseWeights, RaceSpec } from "../training/race-spec";

/** A lane trained over some seeds. What is left out is the usual: the method's own options and rate, the task's batch and steps. */
export interface MeasuredRun {
  readonly base: BaseId;
  readonly task: TaskId;
  /** Which weights of the base it starts from; the pretrained ones unless told. */
  readonly from?: BaseWeights;
  readonly method: MethodId;
  readonly options?: AnyOptions;
  readonly learningRate?: number;
  readonly batch?: number;
  readonly steps?: number;
}

/**
 * What a run is asked for. Losses in nats a token, scores and shares 0 to 1.
 * score, heldOutLoss: of the held-out items at the end. firstLoss: the same before the first step.
 * known, knownBefore: mean share of right answers to the probes of what the base could do, after and before.
 * trained, kept: numbers, those of the new head of a task of classes among them. share: trained as a share of the base.
 */
export const measures = [
  "score",
  "heldOutLoss",
  "firstLoss",
  "known",
  "knownBefore",
  "trained",
  "kept",
  "share",
] as const;
export type Measure = (typeof measures)[number];

/** A measure of a run, or a plain number. `times` scales it, `plus` is added afterwards. */
export type Term =
  | { readonly run: string; readonly of: Measure; readonly times?: number; readonly plus?: number }
  | { readonly value: number };

/** A sentence of a lesson as data: the relation that must hold between measured figures for the sentence to be true. */
export interface Claim {
  readonly id: string;
  /** Every one of them must stand in the relation. */
  readonly left: readonly Term[];
  readonly is: "at-least" | "at-most" | "equals";
  /** How far apart equals may be, in their own unit; left out, as far as three digits after the point cannot show. */
  readonly within?: number;
  readonly right: Term;
  /** What the words say of the relation: a claim of the survey that does not hold here "fails", and the lesson says so. */
  readonly verdict: "holds" | "fails";
}

/** What one lesson rests on: its runs by name, and the claims made of them. Kept in src/claims/<lesson>.ts. */
export interface LessonClaims {
  /** The lesson's id. */
  readonly lesson: string;
  readonly runs: Readonly<Record<string, MeasuredRun>>;
  readonly claims: readonly Claim[];
}

/** A measure over the seeds: sample standard deviation, 0 where every seed gives the same. */
export interface Figure {
  readonly mean: number;
  readonly sd: number;
}

/** What was measured of one run. A run that diverged has NaN as its figures, and null in the file. */
export interface RunFigures {
  /** What was trained, everything filled in, with the first seed: a run whose spec is another now is stale. */
  readonly spec: RaceSpec;
  readonly seeds: readonly number[];
  /** When, as "2026-11-25", and on which backend. */
  readonly made: { readonly date: string; readonly backend: string };
  readonly measures: Readonly<Record<Measure, Figure>>;
  /** Parameters of the base. */
  readonly total: number;
  /** The first seed on its way, of as many held-out items as a race in the page takes: stands in until the live run is ready, which comes to lie on it. */
  readonly curve: readonly { readonly step: number; readonly heldOutLoss: number; readonly score: number }[];
}

/** public/runs/claims/<lesson>.json, made by `npm run claims`. */
export interface LessonFigures {
  readonly lesson: string;
  readonly runs: Readonly<Record<string, RunFigures>>;
}

/** The number a term stands for; NaN where its run was not measured, or blew up. */
export function termValue(term: Term, figures: LessonFigures): number {
  if ("value" in term) return term.value;
  const { mean } = figures.runs[term.run]?.measures[term.of] ?? { mean: Number.NaN };
  return (term.times ?? 1) * mean + (term.plus ?? 0);
}

/** The terms of a claim that stand for no number: nothing can be said of it then, not even that it fails. */
export function unknownTerms({ left, right }: Claim, figures: LessonFigures): readonly Term[] {
  return [...left, right].filter((term) => !Number.isFinite(termValue(term, figures)));
}

/** What the figures say of a claim. */
export type Finding = Claim["verdict"] | "unmeasured";

/** Whether the relation holds in the figures, or fails, or was not measured. */
export function judge(claim: Claim, figures: LessonFigures): Finding {
  if (unknownTerms(claim, figures).length > 0) return "unmeasured";
  const right = termValue(claim.right, figures);
  const holds = claim.left.every((term) => stands(termValue(term, figures), claim, right));
  return holds ? "holds" : "fails";
}

function stands(left: number, { is, within = 0.0005 }: Claim, right: number): boolean {
  switch (is) {
    case "at-least":
      return left >= right;
    case "at-most":
      return left <= right;
    case "equals":
      return Math.abs(left - right) <= within;
    default:
      return is satisfies never;
  }
}
